import { expect, test } from 'vitest';
import catalogue from '../../../resources/catalogue/catalogue.json';
import { BLOOM_LEVELS, bloomVerbs, objectiveVerb } from './bloom.ts';

test('each verb stands on one level only', () => {
  const verbs = BLOOM_LEVELS.flatMap((level) => bloomVerbs(level));
  expect(verbs.filter((verb, index) => verbs.indexOf(verb) !== index)).toEqual([]);
});

test('every objective of the catalogue opens with a verb that can be observed', () => {
  const objectives = catalogue.modules.flatMap((module) => module.objectives);
  expect(objectives.filter((objective) => objectiveVerb(objective).level === null)).toEqual([]);
});

test.each([
  ['Understand how models fail.', 'understand', null],
  ['Be aware of bias.', 'be', null],
  ['Analyse a drift report.', 'analyse', 'analyze'],
  ['  practise disclosure with a patient', 'practise', 'apply'],
  ['', '', null],
  ['7 ways to', '', null],
])('%s', (objective, verb, level) => {
  expect(objectiveVerb(objective)).toEqual({ verb, level });
});
