import type { Module } from '../../../shared/contract/curricula.ts';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';

/** Where modules are dragged from and to. */
export const LIBRARY = 'library';
/** See {@link LIBRARY}. */
export const OUTLINE = 'outline';

/** What can be done to the outline from any of the panes. */
export type OutlineActs = {
  readonly add: (modules: readonly Module[], at?: number) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (index: number) => void;
  readonly mend: (gap: PrerequisiteGap) => void;
  readonly mendAll: () => void;
};
