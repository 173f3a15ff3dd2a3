import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';

/** What the time of a pathway is compared with: everything that a template or curriculum asks of everyone. */
export type Compared = { readonly title: string; readonly minutes: number };

/** Where targets were taken from: a choice of the list, such as `version 3`, with its title. */
export type TakenFrom = { readonly choice: string; readonly title: string };

/** A request with what it is compared with and where its targets come from; null once they were changed one by one. */
export type Desk = {
  readonly request: PathwayRequest;
  readonly compared: Compared | null;
  readonly takenFrom: TakenFrom | null;
};

type Step = { readonly label: string; readonly desk: Desk };

/** A request that is being worked on, with every change to take back and to do again. */
export type DeskHistory = {
  readonly desk: Desk;
  /** What was done, and how it was before. */
  readonly done: readonly Step[];
  /** What was taken back, and how it was after. */
  readonly undone: readonly Step[];
};

/** Changes kept; the oldest go first. */
const MOST_KEPT = 200;

/** A history in which nothing was done yet. */
export function startHistory(desk: Desk): DeskHistory {
  return { desk, done: [], undone: [] };
}

/** The history after a change. Changes under the same label that follow each other, such as typing, are one. */
export function changed(history: DeskHistory, label: string, desk: Desk): DeskHistory {
  const together = history.undone.length === 0 && history.done.at(-1)?.label === label;
  const done = together ? history.done : [...history.done, { label, desk: history.desk }];
  return { desk, done: done.slice(-MOST_KEPT), undone: [] };
}

/** The history with the last change taken back; the same when there is none. */
export function undone(history: DeskHistory): DeskHistory {
  const last = history.done.at(-1);
  if (!last) return history;
  return {
    desk: last.desk,
    done: history.done.slice(0, -1),
    undone: [...history.undone, { label: last.label, desk: history.desk }],
  };
}

/** The history with the last change that was taken back done again; the same when there is none. */
export function redone(history: DeskHistory): DeskHistory {
  const last = history.undone.at(-1);
  if (!last) return history;
  return {
    desk: last.desk,
    done: [...history.done, { label: last.label, desk: history.desk }],
    undone: history.undone.slice(0, -1),
  };
}
