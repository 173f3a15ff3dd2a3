import { useEffect, useState } from 'react';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { keptByOffice, withEntry } from '../../api/index.ts';
import {
  type Compared,
  changed,
  type Desk,
  type DeskHistory,
  redone,
  startHistory,
  type TakenFrom,
  undone,
} from './desk-history.ts';

/** Requests by person as they stand: a look at another screen loses nothing. */
const kept = keptByOffice<ReadonlyMap<number, DeskHistory>>(new Map());

/** Puts a request on a person's desk, as a change that can be taken back. */
export function putOnDesk(
  personId: number,
  label: string,
  request: PathwayRequest,
  takenFrom: TakenFrom,
): void {
  const desk = { request, compared: null, takenFrom };
  const before = kept.get().get(personId);
  const history = before ? changed(before, label, desk) : startHistory(desk);
  kept.set(withEntry(kept.get(), personId, history));
}

/** What comes along when all targets are taken over. */
export type Taken = Pick<Desk, 'compared' | 'takenFrom'>;

/** Whether a request of this person is being worked on. */
export function isOnDesk(personId: number): boolean {
  return kept.get().has(personId);
}

/** The request of one person as it is being worked on. */
export type DeskControl = {
  readonly request: PathwayRequest;
  readonly compared: Compared | null;
  /** Changes the request. The label says what was done; typing under one label is one change. */
  readonly change: (label: string, request: PathwayRequest, taken?: Taken) => void;
  /** Where the targets come from; null when they were set one by one. */
  readonly takenFrom: TakenFrom | null;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What undo takes back and redo does again; null when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

/** Holds the request of one person, starting with the one that is on the desk already. */
export function useDesk(personId: number, start: () => Desk): DeskControl {
  const [history, setHistory] = useState<DeskHistory>(
    () => kept.get().get(personId) ?? startHistory(start()),
  );
  useEffect(() => {
    kept.set(withEntry(kept.get(), personId, history));
  }, [personId, history]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      const again = key === 'y' || (key === 'z' && event.shiftKey);
      if ((!back && !again) || isTyping(event.target)) return;
      event.preventDefault();
      setHistory(back ? undone : redone);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return {
    request: history.desk.request,
    compared: history.desk.compared,
    takenFrom: history.desk.takenFrom,
    change: (label, request, taken) =>
      setHistory((before) => {
        const { desk } = before;
        const sameTargets = request.targets === desk.request.targets;
        return changed(before, label, {
          request,
          compared: taken ? taken.compared : desk.compared,
          takenFrom: taken ? taken.takenFrom : sameTargets ? desk.takenFrom : null,
        });
      }),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    undoLabel: history.done.at(-1)?.label ?? null,
    redoLabel: history.undone.at(-1)?.label ?? null,
  };
}

/** In a field for text the keys belong to the field. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}
