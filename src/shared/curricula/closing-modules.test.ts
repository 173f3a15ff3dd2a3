import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompetencyLevel, Module } from '../contract/modules.ts';
import { closingModules } from './closing-modules.ts';
import { numbered } from './insight-example.ts';

function library(...modules: readonly Module[]) {
  return {
    modules,
    byCode: new Map(modules.map((module) => [module.code, module])),
    inside: new Set<number>(),
  };
}

/** A module that gives a level of F1. */
function gives(id: number, level: CompetencyLevel, minutes: number, part: Partial<Module> = {}): Module {
  return numbered(id, { competencies: [{ code: 'F1', level }], minutes, ...part });
}

const open = { attained: 1, target: 2 };
const codes = ({ offered }: ReturnType<typeof closingModules>) => offered.map(({ module }) => module.code);

test('offers what reaches the target, the fewest minutes first, also beyond the target', () => {
  const frame = library(gives(1, 2, 60), gives(2, 3, 45), gives(3, 1, 15), gives(4, 2, 30));
  expect(closingModules('F1', open, frame)).toMatchObject({ closes: true });
  expect(codes(closingModules('F1', open, frame))).toEqual(['M4', 'M2', 'M1']);
});

test('counts the minutes of what a module requires and the outline lacks', () => {
  const frame = library(
    gives(1, 2, 60),
    gives(2, 2, 30, { prerequisites: ['M3'] }),
    numbered(3, { minutes: 45 }),
  );
  expect(codes(closingModules('F1', open, frame))).toEqual(['M1', 'M2']);
  const [, second] = closingModules('F1', open, frame).offered;
  expect(second?.adds.map(({ code }) => code)).toEqual(['M3', 'M2']);
  expect(second?.minutes).toBe(75);
  const with3 = { ...frame, inside: new Set([3]) };
  expect(codes(closingModules('F1', open, with3))).toEqual(['M2', 'M1']);
});

test('where none reaches the target, those that go further are offered and it is said', () => {
  const frame = library(gives(1, 1, 60), gives(2, 2, 90), gives(3, 2, 60));
  const answer = closingModules('F1', { attained: 0, target: 3 }, frame);
  expect(answer.closes).toBe(false);
  expect(codes(answer)).toEqual(['M3', 'M2', 'M1']);
});

test('neither retired modules nor those of the outline are offered', () => {
  const frame = { ...library(gives(1, 2, 60, { retired: true }), gives(2, 2, 30)), inside: new Set([2]) };
  expect(closingModules('F1', open, frame)).toEqual({ closes: false, offered: [] });
});

test('property: all that is offered goes beyond the outline, and closing ones never take longer than the next', () => {
  const level = fc.constantFrom<CompetencyLevel>(1, 2, 3);
  const modules = fc
    .array(fc.record({ level, minutes: fc.integer({ min: 5, max: 300 }) }), { maxLength: 12 })
    .map((list) => list.map(({ level: given, minutes }, id) => gives(id, given, minutes)));
  fc.assert(
    fc.property(modules, fc.nat({ max: 2 }), level, (list, attained, target) => {
      fc.pre(target > attained);
      const { closes, offered } = closingModules('F1', { attained, target }, library(...list));
      for (const { level: given } of offered) expect(given).toBeGreaterThan(attained);
      if (closes)
        for (const [index, { minutes, level: given }] of offered.entries()) {
          expect(given).toBeGreaterThanOrEqual(target);
          expect(minutes).toBeLessThanOrEqual(offered[index + 1]?.minutes ?? minutes);
        }
      else expect(list.every(({ competencies: [one] }) => (one?.level ?? 0) < target)).toBe(true);
    }),
  );
});
