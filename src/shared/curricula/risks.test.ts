import { describe, expect, test } from 'vitest';
import type { AiUse } from '../contract/modules.ts';
import { electives, gives, look, numbered, required } from './insight-example.ts';

describe('single and repeated', () => {
  const modules = [
    numbered(1, gives('F1 2')),
    numbered(2, { ...gives('F1 2', 'C1 1'), prerequisites: ['M1'] }),
    numbered(3, gives('C1 3')),
    numbered(4, gives('F1 1')),
  ];
  const items = [required(1), required(2), required(3), required(4)];

  test('names targets that one module reaches and counts what goes beyond one', () => {
    const { redundancy } = look(modules, items, { targets: { F1: 2, C1: 3 } });
    expect(redundancy.single.map(({ code, by }) => [code, by[0]?.module.code])).toEqual([['C1', 'M3']]);
    expect(redundancy.repeated.map(({ code, by }) => [code, by.length])).toEqual([['F1', 2]]);
    expect(redundancy.extra).toBe(1);
  });

  test('spare is what no target and no other module needs', () => {
    const spare = (targets: Readonly<Record<string, 1 | 2 | 3>>) =>
      look(modules, items, { targets }).redundancy.spare.map(({ code }) => code);
    // M1 is a prerequisite of M2, though M2 alone would reach the target.
    expect(spare({ F1: 2, C1: 3 })).toEqual(['M2', 'M4']);
    // A target that is not met keeps what is attained of it.
    expect(spare({ F1: 3 })).toEqual(['M2', 'M3', 'M4']);
    expect(spare({})).toEqual([]);
  });

  test('a group that gives the level whatever is chosen makes a required module spare', () => {
    const own = [numbered(1, gives('F1 2')), numbered(2, gives('F1 2')), numbered(3, gives('F1 3'))];
    const group = electives({ by: 'count', atLeast: 1 }, [2, 3]);
    const found = look(own, [required(1), group], { targets: { F1: 2 } });
    expect(found.redundancy.spare.map(({ code }) => code)).toEqual(['M1']);
    expect(found.redundancy.extra).toBe(2);
  });
});

describe('reviews and AI uses', () => {
  test('today is not overdue, and the sixtieth day is soon', () => {
    const dates = ['2026-11-24', '2026-11-25', '2027-01-24', '2027-01-25', null];
    const modules = dates.map((reviewBy, index) => numbered(index + 1, { reviewBy }));
    const { upkeep } = look(
      modules,
      modules.map(({ id }) => required(id)),
    );
    expect(upkeep.overdue.map(({ reviewBy }) => reviewBy)).toEqual(['2026-11-24']);
    expect(upkeep.soon.map(({ reviewBy }) => reviewBy)).toEqual(['2026-11-25', '2027-01-24']);
    expect(upkeep.undated).toBe(1);
  });

  test('an AI use without a reviewer is named', () => {
    const use: AiUse = { tool: 'Drafter', version: '', usedOn: '2026-01-01', task: 'stems', reviewer: ' ' };
    const aiUses = [use, { ...use, reviewer: 'M. Lindqvist' }];
    const { upkeep } = look([numbered(1, { aiUses })], [required(1)]);
    expect(upkeep.aiUses).toBe(2);
    expect(upkeep.unreviewed).toHaveLength(1);
  });
});

test('Bloom: counts the first words, and says which show no level', () => {
  const objectives = ['Define drift.', 'Appraise a study.', 'Understand bias.', 'define bias'];
  const { bloom } = look([numbered(1, { objectives }), numbered(2)], [required(1), required(2)]);
  expect(bloom.levels.map(({ count }) => count)).toEqual([2, 0, 0, 0, 1, 0]);
  expect(bloom).toMatchObject({ objectives: 4, without: 1, unclear: [{ objective: 'Understand bias.' }] });
});

test('assessment: a claim of level 2 is backed by Moore 4 and higher', () => {
  const modules = [
    numbered(1, { ...gives('F1 1', 'C1 2'), mooreLevel: '4' }),
    numbered(2, { ...gives('F1 2', 'C1 3'), mooreLevel: '3B' }),
    numbered(3, { mooreLevel: null, minutes: 30 }),
  ];
  const { assessment } = look(
    modules,
    modules.map(({ id }) => required(id)),
  );
  expect(assessment).toMatchObject({ claims: 3, backed: 1, unbacked: [{ code: 'M2' }] });
  expect(assessment.levels).toEqual([
    { level: '3B', modules: 1, minutes: 60 },
    { level: '4', modules: 1, minutes: 60 },
    { level: null, modules: 1, minutes: 30 },
  ]);
});
