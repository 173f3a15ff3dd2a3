import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OverviewDocument, PathwayDocument } from '../../src/main/certificates/render/document.ts';
import { renderDocument } from '../../src/main/certificates/render/render.ts';
import { ranges } from '../../src/main/certificates/render/syllabus-competencies.ts';
import { numberReferences } from '../../src/main/curricula/sheet-references.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { openEngine, type TestEngine } from './fixture.ts';
import { copiedText, runPdfTool } from './pdf-tools.ts';
import { bookmarks, bytesOf, curriculumWith, modulesFor, pageCount, placed } from './sheets.ts';

type Content = Input<'curricula.update'>['content'];

const LONG_TITLE =
  'A very long title about the implementation, monitoring and governance of predictive and generative models in emergency, perioperative and critical care, for physicians, nurses, pharmacists and those who lead them, with a practicum in the learner’s own unit and a follow-up after six months of supervised use';

let office: TestEngine;
let ids: readonly number[] = [];
let targets: Content['targets'] = {};

beforeAll(async () => {
  office = await openEngine();
  await office.withOffice();
  ids = (await modulesFor(office, 200)).map(({ id }) => id);
  const competencies = await office.ask('competencies.list', {});
  targets = Object.fromEntries(competencies.map(({ code }, index) => [code, index % 2 === 0 ? 2 : 1]));
});
afterAll(() => office.close());

/** An outline of so many modules: two sections, five electives, the rest required. */
function outline(count: number): Content['items'] {
  const required = ids.slice(0, count - 5).map((id) => ({ kind: 'module' as const, ...placed(id) }));
  return [
    { kind: 'section', key: 'a', title: 'Opening weeks', note: 'Everyone begins here.' },
    ...required.slice(0, 8),
    {
      kind: 'electives',
      key: 'e',
      title: 'Your own field',
      note: '',
      rule: { by: 'count', atLeast: 2 },
      options: ids.slice(count - 5, count).map((id) => placed(id, 'Ask your director.')),
    },
    { kind: 'section', key: 'b', title: 'In practice', note: '' },
    ...required.slice(8),
  ];
}

async function published(part: Partial<Content>): Promise<number> {
  const id = await curriculumWith(office, part);
  return (await office.ask('curricula.publish', { id })).versionId;
}

const syllabus = async (versionId: number): Promise<Uint8Array> =>
  bytesOf(await office.ask('versions.syllabus', { versionId }));

describe('the syllabus of 46 modules and 28 competencies', () => {
  let pdf: Uint8Array;
  let versionId = 0;
  beforeAll(async () => {
    versionId = await published({
      title: 'Pain & AI: <65 years',
      description: 'First paragraph.\n\nSecond paragraph.',
      award: 'Certificate',
      items: outline(46),
      targets,
      schedule: { startsOn: null, weeks: 12 },
      constraints: {
        minutes: { min: 60, max: 120 },
        quarters: { min: null, max: null },
        domainMinutes: {},
        requiredDomains: ['clinical'],
        specialtyModule: false,
      },
    });
    pdf = await syllabus(versionId);
  });

  test('is sound, tagged, titled, in English and marked for PDF/A and PDF/UA', () => {
    expect(runPdfTool('qpdf', pdf, ['--check', 'FILE'])).toContain('No syntax or stream encoding errors');
    const info = runPdfTool('pdfinfo', pdf, ['FILE']);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Pain & AI: <65 years – Syllabus/);
    const raw = runPdfTool('qpdf', pdf, ['--json', '--json-key=qpdf', 'FILE']);
    expect(raw).toMatch(/"\/Lang": "u:en-US"/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid:part>1<');
    for (const line of runPdfTool('pdffonts', pdf, ['FILE']).trim().split('\n').slice(2))
      expect(line).toMatch(/Identity-H\s+yes yes yes/);
  });

  test('lists sections and modules as bookmarks, one below the other', () => {
    const titles = bookmarks(pdf);
    expect(titles[0]).toBe('Pain & AI: <65 years');
    expect(titles).toContain('What each module holds');
    expect(titles).toContain('  Opening weeks');
    expect(titles.filter((title) => /^ {4}\d+\. /.test(title))).toHaveLength(46);
    expect(titles.at(-1)).toBe('References');
  });

  test('numbers its pages, and the contents name the pages on which the parts begin', () => {
    const pages = copiedText(pdf).split('\f');
    const count = pageCount(pdf);
    expect(pages[0]).toContain(`Page 1 of ${count}`);
    expect(pages[count - 1]).toContain(`Page ${count} of ${count}`);
    for (const title of ['Competencies', 'What each module holds', 'References']) {
      const named = Number(new RegExp(`^${title}\\s+(\\d+)$`, 'm').exec(pages[0] ?? '')?.[1]);
      expect(pages[named - 1], title).toContain(title);
      expect(named).toBeGreaterThan(1);
    }
  });

  test('has tables with header cells, lists, contents and links in its structure', () => {
    const structure = runPdfTool('pdfinfo', pdf, ['-struct', 'FILE']);
    for (const tag of [
      'H1',
      'H2',
      'H3',
      'H4',
      'Table',
      'TR',
      'TD',
      'L ',
      'LI',
      'Lbl',
      'LBody',
      'TOC',
      'TOCI',
      'Link',
    ])
      expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}`, 'm'));
    const raw = runPdfTool('qpdf', pdf, ['--json', '--json-key=qpdf', 'FILE']);
    for (const attribute of [/"\/Scope": "\/Column"/, /"\/Scope": "\/Row"/, /"\/ColSpan": 7/])
      expect(raw).toMatch(attribute);
    // Nine parts in the contents, 46 modules in the table.
    expect(raw.match(/"\/S": "\/GoTo"/g)?.length).toBe(9 + 46);
  });

  test('says what is asked, what holds, the rule of electives, Bloom levels and the credit step by step', () => {
    const text = copiedText(pdf).replace(/\s+/g, ' ');
    expect(text).toContain('Time from 1 h to 2 h');
    expect(text).toContain('Your own field: any 2 of 5');
    expect(text).toMatch(/\((Remember|Understand|Apply|Analyze|Evaluate|Create)\)/);
    expect(text).toContain('Minutes of instruction');
    expect(text).toContain('Credit, to the nearest quarter hour');
    expect(text).toContain('Ask your director.');
  });

  test('tells figures from least to most, which constraint does not hold and by how much, and the weeks', () => {
    const text = copiedText(pdf).replace(/\s+/g, ' ');
    expect(text).toContain('46 modules: 41 required, 2 of 5 electives');
    expect(text).toContain(
      '2 of 4 hold. Time from 1 h to 2 h: 50 h 25 min to 52 h 40 min, 48 h 25 min to 50 h 40 min over.',
    );
    expect(text).toContain('495 to 630');
    // Without a first day the weeks have numbers.
    expect(text).toContain('12 weeks');
    expect(text).toMatch(/Week 12 \d+\. /);
    expect(text).toContain('9. Data pipelines, interoperability and downtime (elective)');
  });

  test('gives every competency its column and every module its row in the matrix', () => {
    const pages = copiedText(pdf).split('\f');
    const first = pages.findIndex(
      (page) =>
        page.includes('Which module leads to which competency') &&
        page.includes('Reached') === false &&
        !page.includes('Contents'),
    );
    expect(first).toBeGreaterThan(0);
    const sizes = runPdfTool('pdfinfo', pdf, ['-f', String(first + 1), '-l', String(first + 1), 'FILE']);
    expect(sizes).toMatch(/size:\s+792 x 612/);
    for (const code of Object.keys(targets)) expect(pages[first]).toMatch(new RegExp(`\\b${code}\\b`));
  });

  test('is the same bytes each time, and the draft’s is marked', async () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await syllabus(versionId))).toBe(hash(pdf));
    const { curriculumId } = await office.ask('versions.get', { versionId });
    const file = await office.ask('curricula.syllabus', { id: curriculumId });
    expect(file.fileName).toBe('Pain & AI 65 years draft syllabus.pdf');
    expect(copiedText(bytesOf(file))).toMatch(/^Draft of .*, after version 1$/m);
    expect(copiedText(pdf)).not.toMatch(/^Draft of/m);
  });
});

describe('where pages end', () => {
  /** Rows of the matrix on each of its pages, by the module numbers that begin a line. */
  const matrixPages = (pdf: Uint8Array): readonly string[] =>
    Array.from({ length: pageCount(pdf) }, (_, index) => index + 1)
      .flatMap((page) =>
        runPdfTool('pdfinfo', pdf, ['-f', String(page), '-l', String(page), 'FILE']).includes('792 x 612')
          ? [page]
          : [],
      )
      .map(String);

  test.each([
    ['T-04', 1],
    ['T-05', 1],
  ])(
    '%s: the matrix stands on %i page, and no single row of a table goes over',
    async (templateCode, pages) => {
      const { id } = await office.ask('curricula.create', {
        title: templateCode,
        templateCode,
        specialtyModule: null,
      });
      const { versionId } = await office.ask('curricula.publish', { id });
      const pdf = await syllabus(versionId);
      expect(matrixPages(pdf)).toHaveLength(pages);
      const held = copiedText(pdf)
        .split('\f')
        .filter((page) => page.includes('Asked for'));
      expect(held).toHaveLength(1);
      // Every module is told on the page on which it begins.
      for (const page of copiedText(pdf).split('\f'))
        expect(page.trimStart()).not.toMatch(/^(Assessment|References):/);
    },
  );
});

describe('whatever the size', () => {
  test.each([1, 46, 200])('%i modules: the overview is one page and nothing leaves it', async (count) => {
    const items =
      count === 1
        ? ids.slice(0, 1).map((id) => ({ kind: 'module' as const, ...placed(id) }))
        : outline(count);
    const versionId = await published({
      title: LONG_TITLE.slice(0, 300),
      description: 'Words upon words. '.repeat(400),
      audience: 'Everyone, '.repeat(200),
      items,
      targets,
    });
    const overview = bytesOf(await office.ask('versions.overview', { versionId }));
    expect(pageCount(overview)).toBe(1);
    const text = copiedText(overview).replace(/\s+/g, ' ');
    expect(text).toContain('Page 1 of 1');
    // The last words of the page are there: nothing was pushed off it.
    expect(text).toContain('Denver, CO 80202');
    expect(runPdfTool('qpdf', overview, ['--check', 'FILE'])).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('one module and names in other scripts', async () => {
    const versionId = await published({
      title: 'الذكاء الاصطناعي في الطب',
      audience: '王小明, प्रिया शर्मा',
      items: ids.slice(0, 1).map((id) => ({ kind: 'module', ...placed(id) })),
    });
    const pdf = await syllabus(versionId);
    expect(copiedText(pdf)).toContain('الذكاء الاصطناعي في الطب');
    expect(copiedText(pdf)).toContain('王小明, प्रिया शर्मा');
    expect(bookmarks(pdf)).toContain('What each module holds');
  });

  test('what cannot be printed is told with where it stands', async () => {
    const id = await curriculumWith(office, {
      title: 'Course 😀',
      items: ids.slice(0, 1).map((moduleId) => ({ kind: 'module', ...placed(moduleId) })),
    });
    const fault = await office.fault('curricula.syllabus', { id });
    expect(fault.code).toBe('certificates/render-failed');
    expect(fault.message).toContain('U+1F600 in the title');
    const empty = await office.fault('curricula.syllabus', { id: await curriculumWith(office, {}) });
    expect(empty.code).toBe('curricula/empty');
  });
});

/** A pathway with so much of everything. */
function pathway(count: number, paper: 'letter' | 'a4'): PathwayDocument {
  const list = Array.from({ length: count }, (_, index) => index + 1);
  return {
    kind: 'pathway',
    paper,
    providerName: 'Summit Medical Society',
    title: count > 20 ? LONG_TITLE.slice(0, 300) : 'Radiology, autumn',
    learnerName: count > 20 ? 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff '.repeat(4) : 'Ana Silva',
    credentials: 'MD',
    facts: [{ label: 'Specialty', value: 'Radiology' }],
    totalLine: `${count} h in ${count} modules, ${count} credits`,
    levelsLine: 'Levels: 0 nothing on record, 1 aware, 2 apply, 3 lead.',
    targets: list.map((number) => ({
      code: `C${number}`,
      name: `Competency number ${number}`,
      now: 0,
      target: 2,
      reached: 2,
    })),
    steps: list.map((number) => ({
      number,
      code: `M-${number}`,
      title: `Module number ${number} with a title of some length`,
      minutes: '1 h',
      credits: '1.00',
      reason: `C${number} at level 2 would not be reached.`,
    })),
    skipped: list.slice(0, 60).map((number) => ({ title: `Known ${number}`, reason: 'Already shown.' })),
    warnings: list.slice(0, 60).map((number) => `C${number} is met only by a module of another domain.`),
    byHand: list
      .slice(0, 60)
      .map((number) => ({ what: `Put in: Own ${number}`, reason: 'The department asks for it.' })),
    creditLine: 'Suggested, not awarded credit. Credit is awarded for an activity.',
    savedAt: '2026-11-25T12:00:00.000Z',
  };
}

async function drawn(document: PathwayDocument | OverviewDocument): Promise<Uint8Array> {
  const rendered = await renderDocument(document);
  if (!rendered.ok) throw new Error(`cannot print ${JSON.stringify(rendered.unprintable)}`);
  return rendered.pdf;
}

describe('a pathway', () => {
  test.each([
    [0, 'letter'],
    [20, 'letter'],
    [20, 'a4'],
    [300, 'letter'],
  ] as const)('of %i modules stands on one %s page with its last line', async (count, paper) => {
    const document = pathway(count, paper);
    const few = {
      ...document,
      skipped: document.skipped.slice(0, 4),
      warnings: [],
      byHand: document.byHand.slice(0, 1),
    };
    const pdf = await drawn(count === 20 ? few : document);
    expect(pageCount(pdf)).toBe(1);
    const text = copiedText(pdf).replace(/\s+/g, ' ');
    expect(text).toContain('Suggested, not awarded credit.');
    expect(runPdfTool('pdfinfo', pdf, ['FILE'])).toMatch(/Tagged:\s+yes/);
    if (count === 20) {
      for (const step of document.steps) expect(text).toContain(step.title);
      expect(text).toContain('C20 at level 2 would not be reached.');
      expect(text).toContain('Known 4. Already shown.');
    }
    if (count === 300) expect(text).toMatch(/and \d+ more modules, in the saved pathway/);
    if (count === 0) expect(text).toContain('No module is needed');
  });
});

describe('small rules', () => {
  test('runs of numbers are drawn together', () => {
    expect(ranges([1, 2, 4, 5, 6, 9])).toBe('1, 2, 4–6, 9');
    expect(ranges([])).toBe('');
  });

  test('a source is numbered once, by identifier or citation', () => {
    const source = (citation: string, identifier: string) => ({
      key: '',
      citation,
      identifier,
      url: null,
      confidence: '',
    });
    const { references, numbersOf } = numberReferences([
      { id: 1, references: [source('A trial.', 'doi:10.1/x'), source('A guideline', '')] },
      { id: 2, references: [source('A  GUIDELINE', ''), source('The same trial', 'DOI:10.1/X')] },
    ]);
    expect(references).toEqual(['A trial. doi:10.1/x', 'A guideline']);
    expect(numbersOf(2)).toEqual([1, 2]);
  });
});
