import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Competency, Module, Targets } from '../contract/modules.ts';
import { quartersFromMinutes } from '../credit/quarter-hours.ts';
import { creditChanges, difference, type Side } from './difference.ts';
import { objectiveChanges } from './difference-objectives.ts';
import { applyMoves, longestCommon, moduleMoves } from './difference-order.ts';
import { changeLine, differenceSummary, differenceText } from './difference-words.ts';
import { outlineSpan } from './electives.ts';
import { electives, gives, numbered, required } from './insight-example.ts';
import { moduleIdsOf, NO_CONSTRAINTS, NO_SCHEDULE } from './outline.ts';
import { anyOutline } from './outline-random.ts';

const COMPETENCIES: readonly Competency[] = (['F1', 'C1'] as const).map((code) => ({
  code,
  domain: code === 'F1' ? 'foundations' : 'clinical',
  name: code === 'F1' ? 'Concepts' : 'Fit',
  description: '',
  levels: ['', '', ''],
  provenance: [],
  specialtyBoundLevel: null,
}));

/** A side over modules `M1` … with what a test says otherwise. */
function side(
  items: Side['items'],
  modules: readonly Module[] = [],
  rest: Partial<Side> & { readonly targets?: Targets } = {},
): Side {
  const known = new Map(modules.map((module) => [module.id, module]));
  const content = moduleIdsOf(items).map((id) => known.get(id) ?? numbered(id));
  const byId = new Map(content.map((module) => [module.id, module]));
  const { least: minutes, most } = outlineSpan(items, (id) => byId.get(id));
  return {
    title: 'Course',
    description: '',
    audience: '',
    delivery: '',
    award: '',
    kind: null,
    items: [...items],
    targets: {},
    constraints: NO_CONSTRAINTS,
    schedule: NO_SCHEDULE,
    content,
    competencies: [...COMPETENCIES],
    minutes,
    creditQuarters: quartersFromMinutes(minutes, 'nearest'),
    mostMinutes: most,
    mostCreditQuarters: quartersFromMinutes(most, 'nearest'),
    ...rest,
  };
}

function lines(before: Side, after: Side): readonly string[] {
  return difference(before, after).flatMap(({ title, changes }) =>
    changes.map((change) => `${title} | ${changeLine(change)}`),
  );
}

/** At most two hours and at least two and a quarter credits. */
const asked: Side['constraints'] = {
  ...NO_CONSTRAINTS,
  minutes: { min: null, max: 120 },
  quarters: { min: 9, max: null },
};

const plainItems = (ids: readonly number[]): Side['items'] => ids.map((id) => required(id));

describe('what is told', () => {
  const base = side(plainItems([1, 2, 3]));
  const cases: readonly (readonly [string, Side, Side, readonly string[]])[] = [
    [
      'a module more',
      base,
      side(plainItems([1, 2, 3, 4])),
      [
        'Time and credit | Changed: Time: 3 h → 4 h',
        'Time and credit | Changed: Credit: 3 → 4',
        'Modules | Added: M4: place 4, 1 h',
      ],
    ],
    [
      'one in the place of another, in the same time',
      base,
      side(plainItems([1, 9, 3])),
      ['Modules | Replaced: M2 (1 h) → M9 (1 h)'],
    ],
    [
      'one move, not three',
      side(plainItems([1, 2, 3, 4])),
      side(plainItems([2, 3, 4, 1])),
      ['Modules | Moved: M1: place 1, first → place 4, after M4'],
    ],
    [
      'minutes',
      base,
      side(plainItems([1, 2, 3]), [numbered(2, { minutes: 90 })]),
      [
        'Time and credit | Changed: Time: 3 h → 3 h 30 min',
        'Time and credit | Changed: Credit: 3 → 3.5',
        'Minutes of modules | Changed: M2, Minutes: 1 h → 1 h 30 min',
      ],
    ],
    [
      'required becomes elective',
      side([required(1), required(2), required(3)]),
      side([required(1), electives({ by: 'count', atLeast: 2 }, [2, 3])]),
      [
        'Modules | Changed: M2, Taken: by every learner → as an elective of “Electives”',
        'Modules | Changed: M3, Taken: by every learner → as an elective of “Electives”',
        'Electives | Added: Electives, Group of electives: all 2',
      ],
    ],
    [
      'a rule of electives',
      side([electives({ by: 'count', atLeast: 1 }, [1, 2, 3])]),
      side([electives({ by: 'credit', quarters: 4 }, [1, 2, 3])]),
      ['Electives | Changed: Electives, Rule: any 1 of 3 → at least 1 credit'],
    ],
    [
      'a renamed section, once',
      side([{ kind: 'section', key: 'a', title: 'Start', note: '' }, required(1), required(2)]),
      side([{ kind: 'section', key: 'a', title: 'Opening', note: 'Read ahead.' }, required(1), required(2)]),
      [
        'Sections | Changed: Opening, Title of the section: Start → Opening',
        'Notes and weeks | Added: Opening, Note: Read ahead.',
      ],
    ],
    [
      'targets and what is guaranteed',
      side([required(1)], [numbered(1, gives('F1 1'))], { targets: { F1: 1 } }),
      side([required(1)], [numbered(1, gives('F1 3'))], { targets: { F1: 2 } }),
      [
        'Targets | Changed: F1 Concepts, Target: 1 (aware) → 2 (apply)',
        'Coverage | Changed: F1 Concepts, Guaranteed level: 1 (aware) → 3 (lead)',
        'Other words of modules | Changed: M1, Leads to: F1 aware → F1 lead',
      ],
    ],
    [
      'a level that only an elective gives is not guaranteed',
      side([required(1)], [numbered(1, gives('F1 2'))]),
      side([electives({ by: 'count', atLeast: 1 }, [1, 2])], [numbered(1, gives('F1 2'))]),
      [
        'Modules | Added: M2: place 2, 1 h',
        'Modules | Changed: M1, Taken: by every learner → as an elective of “Electives”',
        'Electives | Added: Electives, Group of electives: any 1 of 2',
        'Coverage | Changed: F1 Concepts, Guaranteed level: 2 (apply) → none',
      ],
    ],
    [
      'prerequisites and assessment',
      side(plainItems([1, 2]), [numbered(2, { assessmentMethod: 'Quiz' })]),
      side(plainItems([1, 2]), [
        numbered(2, { prerequisites: ['M1'], assessmentMethod: 'Case', mooreLevel: '4' }),
      ]),
      [
        'Prerequisites | Added: M2, Comes after: M1',
        'Assessment | Changed: M2, Assessment: Quiz → Case',
        'Assessment | Added: M2, Level of Moore’s outcomes: 4',
      ],
    ],
    [
      'constraints, schedule and words of the whole',
      base,
      {
        ...base,
        award: 'Certificate',
        schedule: { startsOn: '2027-01-11', weeks: 6 },
        constraints: {
          ...NO_CONSTRAINTS,
          minutes: { min: null, max: 240 },
          domainMinutes: { clinical: { min: 60, max: null } },
        },
      },
      [
        'Constraints | Added: Time: at most 4 h',
        'Constraints | Added: Time in Clinical applications: at least 1 h',
        'Whether constraints hold | Changed: Clinical applications at least 1 h: not asked for → does not hold (0 min, 1 h short)',
        'About the curriculum | Added: Award: Certificate',
        'About the curriculum | Added: First day: January 11, 2027',
        'About the curriculum | Added: Weeks: 6',
      ],
    ],
    [
      'what constraints come to, though nobody changed them',
      side(plainItems([1, 2]), [], { constraints: asked }),
      side([required(1), electives({ by: 'count', atLeast: 1 }, [2, 3])], [numbered(3, { minutes: 90 })], {
        constraints: asked,
      }),
      [
        'Time and credit | Changed: Time: 2 h → 2 h to 2 h 30 min',
        'Time and credit | Changed: Credit: 2 → 2 to 2.5',
        'Modules | Added: M3: place 3, 1 h 30 min',
        'Modules | Changed: M2, Taken: by every learner → as an elective of “Electives”',
        'Electives | Added: Electives, Group of electives: any 1 of 2',
        'Whether constraints hold | Changed: Time at most 2 h: holds (2 h) → depends on electives (2 h to 2 h 30 min, up to 30 min over)',
        'Whether constraints hold | Changed: Credit at least 2.25: does not hold (2, 0.25 short) → depends on electives (2 to 2.5, up to 0.25 short)',
      ],
    ],
  ];
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(lines(before, after)).toEqual(expected);
  });

  test('a module that the library has retired or marked as edited reads the same', () => {
    expect(lines(base, side(plainItems([1, 2, 3]), [numbered(2, { retired: true, edited: true })]))).toEqual(
      [],
    );
  });

  test('only what can change the credit', () => {
    const after = { ...side(plainItems([1, 3, 2, 4])), title: 'Another course' };
    const titles = creditChanges(difference(base, after)).map(({ title }) => title);
    expect(titles).toEqual(['Time and credit', 'Modules']);
    expect(creditChanges(difference(base, { ...base, title: 'Another course' }))).toEqual([]);
  });
});

describe('objectives', () => {
  const told = (before: readonly string[], after: readonly string[]) =>
    objectiveChanges('M1', before, after).map(changeLine);

  test('one that shares half its words is reworded, others come and go', () => {
    expect(
      told(
        ['Explain bias in a model.', 'List three sources.', 'Draw a curve.'],
        ['Explain bias in a clinical model.', 'List three sources.', 'Teach a peer to audit.'],
      ),
    ).toEqual([
      'Changed: M1, Objective reworded: Explain bias in a model. → Explain bias in a clinical model.',
      'Added: M1, Objective: Teach a peer to audit.',
      'Removed: M1, Objective: Draw a curve.',
    ]);
  });

  test('the same ones in another order', () => {
    expect(told(['A one.', 'B two.'], ['B two.', 'A one.'])).toEqual([
      'Changed: M1, Order of the objectives: A one. / B two. → B two. / A one.',
    ]);
  });
});

describe('in words', () => {
  const before = side(plainItems([1, 2, 3]), [numbered(1, gives('F1 1'))], { targets: { F1: 1 } });
  const after = side(plainItems([3, 1, 4, 5]), [numbered(1, gives('F1 1'))], { targets: { F1: 2 } });
  const names = { before: 'version 1', after: 'the draft' };

  test('the summary says what came and went and what it means', () => {
    expect(differenceSummary(before, after, difference(before, after), names)).toBe(
      'From version 1 to the draft: 2 modules added, 1 module removed, 1 module moved and 1 target changed. Time goes from 3 h to 4 h, credit goes from 3 to 4. Targets met go from 1 of 1 to 0 of 1. Constraints that hold go from 1 of 1 to 0 of 1.',
    );
    const held = (constraints: Side['constraints']) => side(plainItems([1, 2, 3]), [], { constraints });
    expect(
      differenceSummary(
        held(asked),
        held({ ...asked, minutes: { min: null, max: 240 } }),
        difference(before, after),
        names,
      ),
    ).toMatch(/Time stays 3 h, credit stays 3\. Constraints that hold go from 1 of 2 to 2 of 2\.$/);
    const chosen = side(
      [required(1), electives({ by: 'count', atLeast: 1 }, [2, 3])],
      [numbered(3, { minutes: 90 })],
    );
    expect(differenceSummary(before, chosen, difference(before, chosen), names)).toContain(
      'Time was 3 h and is now 2 h to 2 h 30 min, credit was 3 and is now 2 to 2.5.',
    );
    expect(differenceSummary(before, before, [], names)).toBe('Version 1 and the draft read the same.');
  });

  test('the text holds every line', () => {
    const text = differenceText('Course', 'Summary.', difference(before, after));
    expect(text).toMatch(/^Course\n\nSummary\.\n\nTime and credit\n- Changed: Time: 3 h → 4 h\n/);
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(
      lines(before, after).length,
    );
  });
});

const anyModule = fc.record({
  minutes: fc.constantFrom(30, 60, 90),
  objectives: fc.subarray(['Explain bias.', 'Explain bias in care.', 'List sources.', 'Draw a curve.']),
  prerequisites: fc.subarray(['M1', 'M2', 'M3']),
  competencies: fc.subarray([
    { code: 'F1', level: 2 as const },
    { code: 'C1', level: 1 as const },
  ]),
  assessmentMethod: fc.constantFrom('', 'Quiz'),
});

const anySide = fc
  .tuple(
    anyOutline(7),
    fc.array(anyModule, { minLength: 7, maxLength: 7 }),
    fc.constantFrom<Targets>({}, { F1: 1 }, { F1: 3, C1: 2 }),
    fc.constantFrom('', 'Certificate'),
  )
  .map(([items, parts, targets, award]) =>
    side(
      [...items],
      parts.map((part, index) => numbered(index + 1, part)),
      { targets, award },
    ),
  );

describe('always', () => {
  const ids = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8]);

  test('nothing is told of a curriculum and itself', () => {
    fc.assert(
      fc.property(anySide, (one) => {
        expect(difference(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  test('the moves made on the first list give the second one', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        expect(applyMoves(before, moduleMoves(before, after))).toEqual(after);
      }),
    );
  });

  test('no fewer modules could have been moved', () => {
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        expect(longestCommon(before, after).size).toBe(longestByTrying(before, after));
      }),
    );
  });

  test('every module that came, went or moved is told once', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const told = difference(before, after)
          .filter(({ title }) => title === 'Modules')
          .flatMap(({ changes }) => changes.filter(({ what }) => what === ''));
        const moves = moduleMoves(
          before.content.map(({ id }) => id),
          after.content.map(({ id }) => id),
        );
        expect(told).toHaveLength(moves.removed.length + moves.placed.length - moves.replaced.length);
      }),
    );
  });

  test('the other way round it is the same in the mirror', () => {
    const mirrored = {
      added: 'removed',
      removed: 'added',
      replaced: 'replaced',
      moved: 'moved',
      changed: 'changed',
    };
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        const forth = difference(before, after).flatMap(({ title, changes }) =>
          changes.map((change) => [
            title,
            change.kind,
            change.what,
            change.before,
            change.after,
            change.changesCredit,
          ]),
        );
        const back = difference(after, before).flatMap(({ title, changes }) =>
          changes.map((change) => [
            title,
            mirrored[change.kind],
            change.what,
            change.after,
            change.before,
            change.changesCredit,
          ]),
        );
        expect(back.map(String).toSorted()).toEqual(forth.map(String).toSorted());
      }),
    );
  });
});

/** The textbook table, as an independent check. */
function longestByTrying(before: readonly number[], after: readonly number[]): number {
  const [first, ...rest] = before;
  if (first === undefined || after.length === 0) return 0;
  const at = after.indexOf(first);
  const without = longestByTrying(rest, after);
  return at < 0 ? without : Math.max(without, 1 + longestByTrying(rest, after.slice(at + 1)));
}
