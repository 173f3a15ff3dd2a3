import { expect, test } from 'vitest';
import { contract, type MethodName, type Topic } from '../../shared/contract/index.ts';
import { RESTS_ON, restsOn } from './rests-on.ts';

test('every entry names a method or a family of the contract', () => {
  const methods = Object.keys(contract);
  const named = new Set([...methods, ...methods.map((method) => method.split('.')[0])]);
  expect(Object.keys(RESTS_ON).filter((key) => !named.has(key))).toEqual([]);
});

test.each<readonly [MethodName, Topic, string]>([
  ['curricula.list', 'office', 'credit is rounded as the office says'],
  ['curricula.list', 'modules', 'minutes are those of the modules'],
  ['curricula.get', 'activities', 'versions count their activities'],
  ['templates.list', 'office', 'credit is rounded as the office says'],
  ['versions.syllabus', 'office', 'its head names the provider'],
  ['versions.cohorts', 'certificates', 'people with a certificate are counted'],
  ['versions.cohorts', 'activities', 'people enrolled are counted'],
  ['modules.usage', 'curricula', 'drafts and versions are named'],
  ['modules.usage', 'learners', 'saved pathways are counted'],
  ['modules.used', 'learners', 'saved pathways hold modules'],
  ['pathways.print', 'office', 'its head names the provider'],
  ['pathways.cohort', 'activities', 'who is enrolled decides'],
  ['learners.levels', 'certificates', 'completed modules count'],
  ['reflections.list', 'people', 'people are named'],
  ['reflections.summary', 'modules', 'competencies are named'],
  ['activities.list', 'people', 'enrolments of a merged record do not count'],
  ['activities.get', 'people', 'enrolments of a merged record do not count'],
  ['learners.levels', 'office', 'days are those of its time zone'],
  ['attendance.grid', 'imports', 'a mark names the import that wrote it'],
  ['exchange.rehearse', 'modules', 'a method of no named family rests on all'],
])('%s is asked again after %s: %s', (method, topic) => {
  expect(restsOn(method, [topic])).toBe(true);
});

test('an answer that has nothing to do with it stays', () => {
  expect(restsOn('modules.list', ['people', 'attendance'])).toBe(false);
  expect(restsOn('versions.cohorts', ['office'])).toBe(false);
});
