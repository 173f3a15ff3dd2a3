import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutCertificate } from '../../src/main/certificates/render/certificate-layout.ts';
import { findUnprintable } from '../../src/main/certificates/render/check-text.ts';
import type { PageItem } from '../../src/main/certificates/render/page-items.ts';
import { renderDocument } from '../../src/main/certificates/render/render.ts';
import { sampleSignature } from '../../src/main/office/sample/pictures.ts';
import { certificateDocument, drawn, type PageChange, wordsOf } from './pdf-pages.ts';
import { pageText } from './pdf-text.ts';
import { copiedText, runPdfTool } from './pdf-tools.ts';

/** One name for each script that a clinician's licence may carry. */
const SCRIPTS: readonly (readonly [string, string])[] = [
  ['Vietnamese', 'Nguyễn Thị Hồng Ánh'],
  ['Czech', 'Tomáš Dvořák-Růžička'],
  ['Greek', 'Ελένη Παπαδοπούλου'],
  ['Cyrillic', 'Юлия Ковалёва'],
  ['Arabic', 'محمد الأحمد'],
  ['Arabic of three words', 'نور الدين الرشيد'],
  ['Hebrew', 'יעל כהן'],
  ['Devanagari', 'प्रिया शर्मा'],
  ['Thai', 'สมชาย น้ำใจดี'],
  ['Chinese', '王小明'],
  ['Japanese', '渡辺 さくら'],
  ['Korean', '김민준'],
];

const READ_LETTER_BY_LETTER: ReadonlySet<string> = new Set(['Vietnamese', 'Greek', 'Cyrillic', 'Chinese']);

/** Changes that put as much on the page as an office may ask for. */
const FULL: PageChange = {
  office: {
    signatories: ['Rosa Lindqvist, MD, PhD, FACP', 'Thomas Achebe', 'María Sotomayor y Quintana', '李明'].map(
      (name) => ({
        name,
        title: 'Director of the Committee on Continuing Professional Education',
        image: { mediaType: 'image/png', bytes: sampleSignature(3) },
      }),
    ),
  },
  activity: {
    title:
      'Implementation, monitoring and governance of predictive algorithms in emergency, perioperative and critical care settings: a multidisciplinary update for 2026 and beyond',
    providership: 'joint',
    jointProviders: Array.from(
      { length: 10 },
      (_, index) => `Intermountain Institute for Rural Health ${index}`,
    ),
  },
  person: {
    name: 'Hubert Blaine Maximilian Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
    credentials: 'MD, PhD, MPH, FACP, FAAFP, FIDSA',
  },
};

describe('a finished page', () => {
  // The window's reader knows nothing of marked words, which letters that change their order need; other programs do, below.
  test.each(SCRIPTS.filter(([script]) => READ_LETTER_BY_LETTER.has(script)))(
    'gives a %s name back as it was typed',
    async (_, name) => {
      const text = await pageText(await drawn(certificateDocument({ person: { name } })));
      expect(text).toContain(`${name}, MD`);
    },
  );

  test('gives every word back, whatever was drawn before it in the same thread', async () => {
    // A font remembers a letter by the first text that used it: č before c once lost every later c.
    await drawn(certificateDocument({ person: { name: 'Čeněk Kovač' } }));
    const document = certificateDocument({ person: { name: 'Cecilia Occhipinti' } });
    const text = await pageText(await drawn(document));
    for (const line of wordsOf(document).split('\n')) expect(text).toContain(line);
  });

  test('is the same bytes for the same words, and other bytes for another number', async () => {
    const hash = async (change: PageChange): Promise<string> =>
      createHash('sha256')
        .update(await drawn(certificateDocument(change)))
        .digest('hex');
    const first = await hash({});
    await hash(FULL);
    expect(await hash({})).toBe(first);
    expect(await hash({ issue: { number: 'SUM-2026-000124' } })).not.toBe(first);
  });

  test('titles with & and < stay readable', async () => {
    const pdf = await drawn(certificateDocument({ activity: { title: 'Pain & Opioids: <65 years' } }));
    expect(await pageText(pdf)).toContain('Pain & Opioids: <65 years');
    expect(Buffer.from(pdf).toString('latin1')).toContain('Pain &amp; Opioids: &lt;65 years');
  });
});

describe('what no font can show', () => {
  test.each([
    ['hieroglyphs', '𓀀', 'U+13000'],
    ['a private letter', '\uE000', 'U+E000'],
    ['the replacement mark', '\uFFFD', 'U+FFFD'],
    ['an emoji', '😀', 'U+1F600'],
  ])('%s: the page is held, never printed', async (_, character, codePoint) => {
    const document = certificateDocument({ person: { name: `Zoe ${character} Prior` } });
    const expected = [{ character, codePoint, field: 'recipientName' }];
    expect(findUnprintable(document)).toEqual(expected);
    expect(await renderDocument(document)).toEqual({ ok: false, unprintable: expected });
  });
});

describe('the layout', () => {
  test.each(['letter', 'a4'] as const)(
    'keeps the fullest page on one %s sheet, inside the frame',
    (paper) => {
      const document = certificateDocument({ ...FULL, office: { ...FULL.office, paper } });
      const { pages } = layoutCertificate(document);
      expect(pages).toHaveLength(1);
      const [page] = pages;
      if (!page) throw new Error('no page');
      for (const box of boxes(page.items)) {
        expect(box.left).toBeGreaterThan(40);
        expect(box.right).toBeLessThan(page.width - 40);
        expect(box.top).toBeGreaterThan(36);
        expect(box.bottom).toBeLessThan(page.height - 36);
      }
      expect(smallestSize(page.items)).toBeGreaterThanOrEqual(7);
    },
  );

  test('one line for name and credentials; below each other when they are long', () => {
    const texts = (change: PageChange): readonly string[] =>
      layoutCertificate(certificateDocument(change)).pages.flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === 'text'
            ? [item.lines.flatMap(({ line }) => line.pieces.map(({ text }) => text)).join('')]
            : [],
        ),
      );
    expect(texts({})).toContain('Eleanor Vance-Whitfield, MD');
    expect(texts(FULL)).toContain('MD, PhD, MPH, FACP, FAAFP, FIDSA');
  });

  test('marks a preview across the page and gives it no number', () => {
    const preview = layoutCertificate(certificateDocument({ issue: { number: null } }));
    const kinds = (set: typeof preview) => set.pages[0]?.items.map(({ kind }) => kind);
    expect(kinds(preview)).toContain('slanted');
    expect(preview.subject).toBe('Preview');
    expect(kinds(layoutCertificate(certificateDocument()))).not.toContain('slanted');
  });
});

describe('judged by other programs', () => {
  const cases: readonly (readonly [string, PageChange])[] = [
    ['credit on Letter', {}],
    [
      'participation on A4',
      { office: { paper: 'a4' }, person: { kind: 'participation', credentials: 'RN' } },
    ],
    ['the fullest page', FULL],
    ['a preview', { issue: { number: null } }],
    ['an Arabic name', { person: { name: 'محمد الأحمد' } }],
  ];

  describe.each(cases)('%s', (_, change) => {
    let pdf: Uint8Array;
    beforeAll(async () => {
      pdf = await drawn(certificateDocument(change));
    });

    test('is sound, one page, tagged, titled and in English', () => {
      expect(runPdfTool('qpdf', pdf, ['--check', 'FILE'])).toContain('No syntax or stream encoding errors');
      const info = runPdfTool('pdfinfo', pdf, ['FILE']);
      const paper = change.office?.paper === 'a4' ? /841\.89 x 595\.28 pts/ : /792 x 612 pts/;
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(paper);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+Certificate of (Credit|Participation) – /);
      const catalogue = runPdfTool('qpdf', pdf, ['--json', '--json-key=qpdf', 'FILE']);
      expect(catalogue).toMatch(/"\/Lang": "u:en-US"/);
      expect(catalogue).toMatch(/"\/DisplayDocTitle": true/);
    });

    test('embeds a subset of every font and maps it back to letters', () => {
      const lines = runPdfTool('pdffonts', pdf, ['FILE']).trim().split('\n').slice(2);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(line).toMatch(/Identity-H\s+yes yes yes/);
    });

    test('is read aloud from heading to number', () => {
      const structure = runPdfTool('pdfinfo', pdf, ['-struct-text', 'FILE']);
      const order = [
        'H1 (block)',
        'This certifies that',
        'H2 (block)',
        'titled',
        'Category 1',
        'accredited',
        'Issued',
      ];
      const places = order.map((words) => structure.indexOf(words));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });
  });

  test.each(SCRIPTS)('a %s name copies back exactly', async (_, name) => {
    const text = copiedText(await drawn(certificateDocument({ person: { name } })));
    expect(text.split('\n')).toContain(`${name}, MD`);
  });

  test('the credit phrase is italic on paper, too', async () => {
    const pdf = await drawn(certificateDocument());
    expect(runPdfTool('pdffonts', pdf, ['FILE'])).toMatch(/SourceSerif4-Italic/);
    expect(copiedText(pdf)).toContain('and is awarded 5.25 AMA PRA Category 1 Credits™.');
  });
});

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Where words and pictures stand, roughly: letters reach about three quarters of their size above the line. */
function boxes(items: readonly PageItem[]): readonly Box[] {
  return items.flatMap((item): readonly Box[] => {
    if (item.kind === 'image')
      return [{ left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }];
    if (item.kind !== 'text') return [];
    return item.lines.map(({ line, x, baseline }) => {
      const size = Math.max(0, ...line.pieces.map((piece) => piece.size));
      return { left: x, right: x + line.width, top: baseline - size * 0.75, bottom: baseline + size * 0.25 };
    });
  });
}

function smallestSize(items: readonly PageItem[]): number {
  return Math.min(
    ...items.flatMap((item) =>
      item.kind === 'text' ? item.lines.flatMap(({ line }) => line.pieces.map(({ size }) => size)) : [],
    ),
  );
}
