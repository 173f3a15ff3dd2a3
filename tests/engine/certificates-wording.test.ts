import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/shared/certificates/wording.ts';
import { certificateDocument, type PageChange, wordsOf } from './pdf-pages.ts';

/** Statements of a page as plain lines. */
function statements(change: PageChange): readonly string[] {
  return certificateDocument(change).statements.map(plainText);
}

describe('a certificate of credit', () => {
  test('has everything that documentation of credit must have', () => {
    const words = wordsOf(certificateDocument());
    for (const needed of [
      'Eleanor Vance-Whitfield',
      'Machine learning for the hospitalist',
      'live activity',
      'Denver, Colorado',
      'November 20–21, 2026',
      'and is awarded 5.25 AMA PRA Category 1 Credits™.',
      'The Summit Medical Society designates this live activity for a maximum of 6.5 AMA PRA Category 1 Credits™.',
    ])
      expect(words).toContain(needed);
  });

  test.each([
    [4, 'singular', 'and is awarded 1 AMA PRA Category 1 Credit™.'],
    [4, 'plural', 'and is awarded 1 AMA PRA Category 1 Credit™.'],
    [2, 'singular', 'and is awarded 0.5 AMA PRA Category 1 Credit™.'],
    [2, 'plural', 'and is awarded 0.5 AMA PRA Category 1 Credits™.'],
    [26, 'singular', 'and is awarded 6.5 AMA PRA Category 1 Credits™.'],
  ] as const)(
    'says what was claimed: %i quarters (%s fractions)',
    (claimedQuarters, fractionNoun, expected) => {
      const { award } = certificateDocument({ person: { claimedQuarters }, office: { fractionNoun } });
      expect(plainText(award)).toBe(expected);
      expect(award.find(({ text }) => text.startsWith('AMA'))?.italic).toBe(true);
      expect(award.find(({ text }) => text === '™')?.superscript).toBe(true);
    },
  );

  test('names the format in the sentence, and “other” with its description', () => {
    const lead = (learningFormat: 'enduring material' | 'journal-based CME' | 'other'): string =>
      certificateDocument({ activity: { learningFormat, formatDescription: 'a course with a workshop' } })
        .lead;
    expect(lead('enduring material')).toBe('has participated in the enduring material titled');
    expect(lead('journal-based CME')).toBe('has participated in the journal-based CME activity titled');
    expect(lead('other')).toBe('has participated in the activity titled');
    const other: PageChange = {
      activity: { learningFormat: 'other', formatDescription: 'a course with a workshop' },
    };
    expect(certificateDocument(other).details[0]).toBe('Learning format: other (a course with a workshop)');
    expect(statements(other)[1]).toContain('designates this other activity (a course with a workshop) for');
  });
});

describe('a certificate of participation', () => {
  const participation = certificateDocument({
    person: { kind: 'participation', credentials: 'RN', claimedQuarters: null },
  });

  test('is not “awarded”, in no word of the page', () => {
    expect(wordsOf(participation)).not.toMatch(/award|certificate of credit/i);
    expect(participation.heading).toBe('Certificate of Participation');
    expect(plainText(participation.award)).toBe(
      'This activity was designated for 6.5 AMA PRA Category 1 Credits™.',
    );
  });

  test('carries the accreditation statement and tells nobody to claim', () => {
    expect(participation.statements).toHaveLength(1);
    expect(wordsOf(participation)).not.toMatch(/should claim/);
  });
});

describe('the accreditation statement', () => {
  const joint = {
    providership: 'joint',
    jointProviders: ['Rural Health Network', 'Wyoming Clinic'],
  } as const;
  const jointly: PageChange['activity'] = { ...joint, jointProviders: [...joint.jointProviders] };

  test.each<[string, PageChange, RegExp]>([
    ['ACCME, direct', {}, /^The Summit Medical Society is accredited by the Accreditation Council/],
    [
      'ACCME, joint',
      { activity: jointly },
      /joint providership of Summit Medical Society and Rural Health Network and Wyoming Clinic\. The Summit/,
    ],
    [
      'state, direct',
      { office: { accreditor: 'state', stateSociety: 'Colorado Medical Society' } },
      /^The Summit Medical Society is accredited by the Colorado Medical Society to provide/,
    ],
    [
      'state, joint',
      { office: { accreditor: 'state', stateSociety: 'Colorado Medical Society' }, activity: jointly },
      /policies of the Colorado Medical Society through the joint providership/,
    ],
    [
      'Joint Accreditation, direct',
      { office: { accreditor: 'joint' } },
      /^In support of improving patient care, Summit Medical Society is jointly accredited/,
    ],
    [
      'Joint Accreditation, joint',
      { office: { accreditor: 'joint' }, activity: jointly },
      /planned and implemented by Summit Medical Society and Rural Health Network and Wyoming Clinic\./,
    ],
  ])('%s', (_, change, expected) => {
    const [accreditation] = statements(change);
    expect(accreditation).toMatch(expected);
    expect(accreditation).not.toMatch(/[{}*]|sponsor|undefined/);
  });

  test('is the one that held on the day; before any, the page is refused', () => {
    expect(() => certificateDocument({ activity: { startsOn: '2010-05-01', endsOn: '2010-05-02' } })).toThrow(
      /No .* statement holds for May 2, 2010/,
    );
  });
});

describe('where and when', () => {
  test.each<[string, PageChange, string]>([
    ['in person', {}, 'November 20–21, 2026 · Denver, Colorado'],
    ['online', { activity: { delivery: 'online' } }, 'November 20–21, 2026 · Online'],
    ['in person and online', { activity: { delivery: 'hybrid' } }, 'November 20–21, 2026 · Denver, Colorado'],
    ['on one day', { activity: { startsOn: '2026-11-21' } }, 'November 21, 2026 · Denver, Colorado'],
    [
      'worked through',
      {
        activity: { learningFormat: 'enduring material', delivery: 'online' },
        person: { evaluationReturnedOn: '2026-11-22' },
      },
      'Completed November 22, 2026 · Online',
    ],
  ])('%s', (_, change, expected) => {
    expect(certificateDocument(change).details).toEqual([expected]);
  });

  test('the day of issue is the office’s own, and a replacement names the old number', () => {
    const { footer } = certificateDocument({
      issue: { issuedAt: '2026-11-26T03:00:00.000Z', replaces: 'SUM-2026-000001' },
    });
    expect(footer).toEqual(['Issued November 25, 2026', 'Replaces SUM-2026-000001']);
  });
});
