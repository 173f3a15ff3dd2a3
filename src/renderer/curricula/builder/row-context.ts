import type { Outline } from '../../../shared/curricula/outline-rows.ts';
import type { Library } from '../library.ts';
import type { OutlineActs } from './outline-acts.ts';
import type { Selection } from './selection.ts';
import type { Editing, ViewActs } from './use-outline-view.ts';

/** What every row works with; it changes only with the library. */
export type RowContext = {
  readonly acts: OutlineActs;
  readonly view: ViewActs;
  readonly library: Library;
  /** What is chosen and what there is at the moment of asking. */
  readonly now: () => {
    readonly selection: Selection;
    readonly items: Outline;
    readonly weeks: number | null;
  };
};

/** How one row stands. */
export type RowState = {
  readonly stop: boolean;
  readonly chosen: boolean;
  /** How many rows go along when this one is dragged. */
  readonly together: number;
  /** It goes along with another that is dragged. */
  readonly goesAlong: boolean;
  readonly editing: Editing['part'] | null;
  readonly menu: boolean;
  /** What is wrong with its prerequisites, as a sentence; null when nothing is. */
  readonly gap: string | null;
  /** How much it holds, for a section. */
  readonly summary: string;
};
