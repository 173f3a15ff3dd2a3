import type { CurriculumSummary } from '../../shared/contract/curricula.ts';
import type { PrerequisiteGap } from '../../shared/curricula/insight.ts';
import type { Tone } from '../components/index.ts';

/** The way back from every screen of a curriculum. */
export const BACK = { label: 'Curricula', path: '/curricula' } as const;

/** What a level is called; 0 is no level. */
export const LEVELS = ['None', 'Aware', 'Apply', 'Lead'] as const;

/** A level in a sentence: `2 (apply)`, `none`. */
export function levelInWords(level: 0 | 1 | 2 | 3): string {
  return level === 0 ? 'none' : `${level} (${LEVELS[level].toLowerCase()})`;
}

/** How far a curriculum is published, with the tone of its badge. */
export function standing(
  latestVersion: number | null,
  changed: CurriculumSummary['changedSinceVersion'],
): { readonly label: string; readonly tone: Tone } {
  if (latestVersion === null) return { label: 'Draft', tone: 'neutral' };
  return changed
    ? { label: `Version ${latestVersion}, changed`, tone: 'warning' }
    : { label: `Version ${latestVersion}`, tone: 'good' };
}

/** What is wrong with a prerequisite, as the end of a sentence: `which is not in the outline`. */
export function gapInWords(kind: PrerequisiteGap['kind']): string {
  switch (kind) {
    case 'missing':
      return 'is not in the outline';
    case 'later':
      return 'comes only after it';
    case 'elective':
      return 'is only an elective';
  }
}
