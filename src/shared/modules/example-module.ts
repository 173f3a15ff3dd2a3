import type { Module } from '../contract/modules.ts';

/** A module for tests: an hour of foundations without anything else, and what `rest` says otherwise. */
export function exampleModule(code: string, rest: Partial<Module> = {}): Module {
  return {
    id: 1,
    code,
    title: `Module ${code}`,
    domain: 'foundations',
    track: 'foundation',
    format: 'workshop',
    amaLearningFormat: 'live activity',
    minutes: 60,
    description: '',
    objectives: [],
    audience: [],
    specialtyFocus: [],
    prerequisites: [],
    competencies: [],
    assessmentMethod: '',
    assessmentStandard: '',
    mooreLevel: null,
    references: [],
    lastReviewed: null,
    reviewBy: null,
    aiUses: [],
    origin: 'own',
    edited: false,
    retired: false,
    ...rest,
  };
}
