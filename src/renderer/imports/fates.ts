import type { Fate, Rehearsal, RehearsedRow } from '../../shared/contract/people.ts';
import type { Tone } from '../components/index.ts';

/** Which file it is: people for the office, people for an activity, who attended, or what they wrote afterwards. */
export type ImportPurpose = 'office' | 'enrolment' | 'attendance' | 'reflections';

/** Fates in the order in which they want to be looked at. */
export const FATES = [
  'held',
  'error',
  'duplicate',
  'changes',
  'new',
  'known',
  'same',
  'ignored',
] as const satisfies readonly Fate[];

const TONES: Readonly<Record<Fate, Tone>> = {
  held: 'warning',
  error: 'bad',
  duplicate: 'neutral',
  changes: 'info',
  new: 'good',
  known: 'good',
  same: 'neutral',
  ignored: 'neutral',
};

const ROSTER: Readonly<Record<Fate, string>> = {
  held: 'Needs a decision',
  error: 'Cannot be used',
  duplicate: 'Twice in the file',
  changes: 'Fills in details',
  new: 'New person',
  known: 'Known, enrols',
  same: 'Nothing new',
  ignored: 'Left out',
};

const ATTENDANCE: Readonly<Record<Fate, string>> = {
  ...ROSTER,
  changes: 'Changes minutes',
  new: 'Records minutes',
  known: 'Added up',
};

const REFLECTIONS: Readonly<Record<Fate, string>> = {
  ...ROSTER,
  changes: 'Changes answers',
  new: 'Records answers',
};

const WORDS: Readonly<Record<ImportPurpose, Readonly<Record<Fate, string>>>> = {
  office: ROSTER,
  enrolment: ROSTER,
  attendance: ATTENDANCE,
  reflections: REFLECTIONS,
};

/** A fate in the coordinator's words. */
export function fateLabel(fate: Fate, purpose: ImportPurpose): string {
  return WORDS[purpose][fate];
}

/** The tone of a fate's badge. */
export function fateTone(fate: Fate): Tone {
  return TONES[fate];
}

/** What somebody decided about a held row, and how that reads. */
export type Decision = { readonly choice: 'new' | 'leave-out' | number; readonly words: string };

/** The row whose decision settles a held row: itself, or the first join of the same person. */
export function decidingRow({ row, goesWith }: Pick<RehearsedRow, 'row' | 'goesWith'>): number {
  return goesWith ?? row;
}

/** Rows that will write something: those with a fate that writes, and held ones that were decided. */
export function countToImport(
  { counts, rows }: Pick<Rehearsal, 'counts' | 'rows'>,
  decisions: ReadonlyMap<number, Decision>,
): number {
  const decided = rows.filter((row) => {
    const choice = row.fate === 'held' ? decisions.get(decidingRow(row))?.choice : undefined;
    return choice !== undefined && choice !== 'leave-out';
  });
  return counts.new + counts.changes + counts.known + decided.length;
}

/** Held rows that somebody has to decide and nobody has, in the order shown. */
export function undecided(
  rows: readonly RehearsedRow[],
  decisions: ReadonlyMap<number, Decision>,
): readonly RehearsedRow[] {
  return rows.filter(
    ({ fate, row, goesWith }) => fate === 'held' && goesWith === null && !decisions.has(row),
  );
}
