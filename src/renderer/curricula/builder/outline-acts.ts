import type { ElectiveRule } from '../../../shared/contract/curricula.ts';
import type { Module } from '../../../shared/contract/modules.ts';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import type { Anchor, MoveStep, RowKeys } from '../../../shared/curricula/outline-moves.ts';
import type { RowKey } from '../../../shared/curricula/outline-rows.ts';

/** Where modules are dragged from and to. */
export const LIBRARY = 'library';
/** See {@link LIBRARY}. */
export const OUTLINE = 'outline';

/** What can be done to the outline from any of the panes. Each is one step of Undo and is said to a screen reader. */
export type OutlineActs = {
  /** Adds modules that are not there yet: before a row, at the end for null, or where they are needed first. */
  readonly add: (modules: readonly Module[], at?: Anchor) => void;
  readonly move: (keys: RowKeys, step: MoveStep) => void;
  /** Puts rows before another; at the end for null. */
  readonly moveBefore: (keys: RowKeys, anchor: Anchor) => void;
  readonly remove: (keys: RowKeys) => void;
  readonly mend: (gap: PrerequisiteGap) => void;
  readonly mendAll: () => void;
  /** Selects a module in the outline and brings it into view. */
  readonly reveal: (moduleId: number) => void;
  /** Starts a section before a row, or at the end, and asks for its name. */
  readonly addSection: (before: Anchor) => void;
  /** Starts an empty group of electives behind a row, or at the end, and asks for its name. */
  readonly addGroup: (behind: Anchor) => void;
  /** Makes a group of electives of the modules among these rows and asks for its rule. */
  readonly makeElectives: (keys: RowKeys) => void;
  /** Turns the options of a group into required modules. */
  readonly dissolve: (groupKey: string) => void;
  readonly putIntoSection: (keys: RowKeys, sectionKey: string | null) => void;
  readonly putIntoGroup: (keys: RowKeys, groupKey: string) => void;
  readonly rename: (key: string, title: string) => void;
  readonly note: (row: RowKey, note: string) => void;
  readonly setWeek: (row: RowKey, week: number | null) => void;
  readonly setRule: (groupKey: string, rule: ElectiveRule) => void;
  readonly copyCodes: (keys: RowKeys) => void;
};
