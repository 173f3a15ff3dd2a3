import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type ImportField, Rehearsal } from '../../shared/contract/people.ts';
import type { Fault } from '../../shared/errors.ts';
import { call, readFile } from '../api/index.ts';
import { type Decision, undecided } from './fates.ts';
import { type ImportWork, keepWork, keptWork } from './kept-work.ts';

/** Largest file that is sent to the engine, in bytes. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

export type Columns = Rehearsal['columns'];
const ColumnsText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(Rehearsal.shape.columns);

/** A file on its way in: chosen, looked at, corrected, decided. Nothing is written here. */
export type ImportState = {
  readonly work: ImportWork | null;
  readonly rehearsal: Rehearsal | null;
  /** The columns as last recognised, also when they do not suffice. */
  readonly columns: Columns;
  readonly fault: Fault | null;
  readonly looking: boolean;
  readonly choose: (file: File) => Promise<void>;
  /** Says what a column holds; a field is held by one column only. */
  readonly correct: (index: number, field: ImportField) => void;
  readonly aimAt: (sessionId: number | null) => void;
  /** Null takes a decision back. */
  readonly decide: (rows: readonly number[], decision: Decision | null) => void;
  /** Looks at the same file again; decisions stay where their rows still wait for one. */
  readonly lookAgain: () => void;
  readonly startOver: () => void;
  /** The file is imported: coming back later begins with a new one. */
  readonly imported: () => void;
};

/** Follows one file from choosing to deciding. What is at work outlives a look at another screen. */
export function useImport(kind: Rehearsal['kind'], activityId: number | null): ImportState {
  const place = `${kind} ${activityId ?? ''}`;
  const [work, setWork] = useState<ImportWork | null>(() => keptWork(place));
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [columns, setColumns] = useState<Columns>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [looking, setLooking] = useState(work !== null);
  const turn = useRef(0);

  const put = useCallback(
    (next: ImportWork | null) => {
      setWork(next);
      keepWork(place, next);
    },
    [place],
  );

  const look = useCallback(
    async (wanted: ImportWork): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setLooking(true);
      setFault(null);
      put(wanted);
      const { fileName, base64, mapping, sessionId } = wanted;
      const file = { fileName, base64, mapping };
      const answer =
        kind === 'attendance' && activityId !== null
          ? await call('imports.rehearseAttendance', { ...file, activityId, sessionId })
          : kind === 'reflections' && activityId !== null
            ? await call('imports.rehearseReflections', { ...file, activityId })
            : await call('imports.rehearseRoster', { ...file, activityId });
      // Another file or correction overtook this look.
      if (mine !== turn.current) return;
      setLooking(false);
      if (!answer.ok) {
        setRehearsal(null);
        setFault(answer.error);
        setColumns(ColumnsText.safeParse(answer.error.details?.['columns']).data ?? []);
        return;
      }
      setRehearsal(answer.value);
      setColumns(answer.value.columns);
      const held = new Map(undecided(answer.value.rows, new Map()).map(({ row, name }) => [row, name]));
      const decisions = [...wanted.decisions].filter(([row, { name }]) => held.get(row) === name);
      put({ ...wanted, decisions: new Map(decisions) });
    },
    [kind, activityId, put],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was at work before
  useEffect(() => {
    if (work) void look(work);
  }, []);

  const refuse = (refusal: Fault): void => {
    turn.current += 1;
    put(null);
    setRehearsal(null);
    setColumns([]);
    setLooking(false);
    setFault(refusal);
  };

  const imported = useCallback(() => keepWork(place, null), [place]);

  return {
    work,
    imported,
    rehearsal,
    columns,
    fault,
    looking,
    async choose(file) {
      if (file.size > MAXIMUM_BYTES) {
        refuse({
          code: 'imports/too-large',
          message: `“${file.name}” is larger than 64 MB. Split the list and import the parts one after the other.`,
        });
        return;
      }
      try {
        setLooking(true);
        const { fileName, base64 } = await readFile(file);
        await look({ fileName, base64, mapping: {}, sessionId: null, decisions: new Map() });
      } catch {
        refuse({
          code: 'imports/unreadable',
          message: `“${file.name}” cannot be opened. Close it in other programs, check that it is still there, and choose it again.`,
        });
      }
    },
    correct(index, field) {
      if (!work) return;
      const others = columns.filter((column) => column.field === field && column.index !== index);
      void look({
        ...work,
        mapping: {
          ...work.mapping,
          ...(field === 'ignore' ? {} : Object.fromEntries(others.map((other) => [other.index, 'ignore']))),
          [index]: field,
        },
      });
    },
    aimAt(sessionId) {
      if (work) void look({ ...work, sessionId });
    },
    decide(rows, decision) {
      if (!work) return;
      const decisions = new Map(work.decisions);
      for (const row of rows) {
        if (decision === null) decisions.delete(row);
        else decisions.set(row, { ...decision, name: nameOf(rehearsal, row) });
      }
      put({ ...work, decisions });
    },
    lookAgain() {
      if (work) void look(work);
    },
    startOver() {
      turn.current += 1;
      put(null);
      setRehearsal(null);
      setColumns([]);
      setFault(null);
      setLooking(false);
    },
  };
}

function nameOf(rehearsal: Rehearsal | null, row: number): string {
  return rehearsal?.rows.find((other) => other.row === row)?.name ?? '';
}
