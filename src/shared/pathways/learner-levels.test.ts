import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS, type Evidence, type ShownLevel } from '../contract/learners.ts';
import type { Competency } from '../contract/modules.ts';
import {
  type LearnerRecord,
  learnerLevels,
  type ReflectedLevel,
  type TaughtModule,
} from './learner-levels.ts';

const C2: Competency = {
  code: 'C2',
  domain: 'clinical',
  name: 'Interpret',
  description: '',
  levels: ['', '', ''],
  provenance: [],
  specialtyBoundLevel: 3,
};
const NOTHING: LearnerRecord = { evidence: [], completed: [], reflected: [] };

let lastId = 0;
function evidence(
  kind: Evidence['kind'],
  level: ShownLevel,
  datedOn: string,
  more: Partial<Evidence> = {},
): Evidence {
  lastId += 1;
  return {
    id: lastId,
    competencyCode: 'C2',
    kind,
    level,
    datedOn,
    source: '',
    reason: kind === 'override' ? 'Known from the ward' : '',
    recordedAt: `${datedOn}T12:00:00.000Z`,
    ...more,
  };
}

function taught(
  level: ShownLevel,
  completedOn: string,
  specialtyFocus: readonly string[] = [],
): TaughtModule {
  return {
    code: 'M-C13',
    title: 'Waves',
    completedOn,
    specialtyFocus,
    competencies: [{ code: 'C2', level }],
  };
}

function reflected(level: ShownLevel, writtenOn: string): ReflectedLevel {
  return { competencyCode: 'C2', level, writtenOn };
}

function found(record: Partial<LearnerRecord>, specialty = '') {
  const [level] = learnerLevels([C2], { ...NOTHING, ...record }, specialty);
  if (!level) throw new Error('a level for each competency');
  return level;
}

describe('what counts', () => {
  test('nothing on record is level 0 without a basis', () => {
    expect(found({})).toMatchObject({ level: 0, basis: null, datedOn: null });
  });

  test.each<[string, Partial<LearnerRecord>, ShownLevel, string]>([
    [
      'a self-rating to level 2 at most',
      { evidence: [evidence('self-rating', 3, '2026-01-01')] },
      2,
      'self-rating',
    ],
    ['a reflection to level 2 at most', { reflected: [reflected(3, '2026-01-01')] }, 2, 'reflection'],
    [
      'the later of self-rating and reflection, even when lower',
      { evidence: [evidence('self-rating', 2, '2026-01-01')], reflected: [reflected(1, '2026-02-01')] },
      1,
      'reflection',
    ],
    [
      'a completed module before a self-rating',
      { evidence: [evidence('self-rating', 2, '2026-05-01')], completed: [taught(1, '2026-01-01')] },
      1,
      'completion',
    ],
    [
      'an assessment before a completed module, also when it lowers',
      { evidence: [evidence('assessment', 1, '2025-01-01')], completed: [taught(2, '2026-01-01')] },
      1,
      'assessment',
    ],
    [
      'the latest of assessments and observations',
      { evidence: [evidence('observation', 1, '2026-03-01'), evidence('assessment', 3, '2026-02-01')] },
      1,
      'observation',
    ],
    [
      'of the same day the one recorded last',
      {
        evidence: [
          evidence('assessment', 1, '2026-03-01', { recordedAt: '2026-03-02T09:00:00.000Z' }),
          evidence('observation', 2, '2026-03-01', { recordedAt: '2026-03-02T08:00:00.000Z' }),
        ],
      },
      1,
      'assessment',
    ],
    [
      'an override before everything, also when older',
      { evidence: [evidence('override', 3, '2024-01-01'), evidence('assessment', 1, '2026-02-01')] },
      3,
      'override',
    ],
  ])('%s', (_, record, level, basis) => {
    expect(found(record)).toMatchObject({ level, basis });
  });

  test('a specialty-bound level of a completed module counts only for its own group', () => {
    const completed = [taught(3, '2026-01-01', ['cardiology'])];
    expect(found({ completed }, 'cardiology').level).toBe(3);
    expect(found({ completed }, 'nursing').level).toBe(2);
    expect(found({ completed }).level).toBe(2);
    expect(found({ completed }, 'nursing').explanation).toContain(
      'Level 3 counts only from a module made for',
    );
  });
});

describe('the explanation', () => {
  test('says that a self-rating was capped', () => {
    expect(found({ evidence: [evidence('self-rating', 3, '2026-01-01')] }).explanation).toBe(
      'Level 2 by a self-rating of Jan 1, 2026. The learner chose level 3; a self-rating counts to level 2 at most.',
    );
  });

  test('names what was overridden and why', () => {
    expect(
      found({
        evidence: [
          evidence('override', 3, '2026-04-01'),
          evidence('assessment', 1, '2026-02-01', { source: 'OSCE' }),
        ],
      }).explanation,
    ).toBe(
      'Level 3 by the coordinator’s decision of Apr 1, 2026. Reason: Known from the ward. It counts before level 1 by an assessment of Feb 1, 2026 (OSCE).',
    );
  });
});

const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
const level = fc.constantFrom<ShownLevel>(0, 1, 2, 3);
const anyRecord = fc.record({
  evidence: fc.array(
    fc
      .tuple(fc.constantFrom(...EVIDENCE_KINDS), level, date)
      .map(([kind, height, day]) => evidence(kind, height, day)),
    { maxLength: 6 },
  ),
  completed: fc.array(
    fc.tuple(level, date).map(([height, day]) => taught(height, day)),
    { maxLength: 3 },
  ),
  reflected: fc.array(
    fc.tuple(level, date).map(([height, day]) => reflected(height, day)),
    { maxLength: 3 },
  ),
});

describe('properties', () => {
  test('the order of rows never matters', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(
          found({
            evidence: record.evidence.toReversed(),
            completed: record.completed.toReversed(),
            reflected: record.reflected.toReversed(),
          }),
        ).toEqual(found(record));
      }),
    );
  });

  test('what a learner says of themselves never shows more than level 2, and says nothing beside a test', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const own = found({
          evidence: record.evidence.filter((one) => one.kind === 'self-rating'),
          reflected: record.reflected,
        });
        expect(own.level).toBeLessThanOrEqual(2);
        const judged = record.evidence.filter((one) => one.kind !== 'self-rating');
        if (judged.length > 0) expect(found(record).level).toBe(found({ evidence: judged }).level);
      }),
    );
  });
});
