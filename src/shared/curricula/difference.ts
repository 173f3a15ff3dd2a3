import {
  aboutChanges,
  constraintChanges,
  coverageChanges,
  standingChanges,
  targetChanges,
  totalChanges,
} from './difference-aims.ts';
import {
  assessmentChanges,
  minuteChanges,
  moduleObjectives,
  prerequisiteChanges,
  wordingChanges,
} from './difference-content.ts';
import { electiveChanges, headingNotes, sectionChanges } from './difference-outline.ts';
import { moduleChanges, placeNotes } from './difference-places.ts';
import type { Change, Side } from './difference-side.ts';

export { type Change, type ChangeKind, draftSide, type Side } from './difference-side.ts';

/** Changes of one sort under one heading; never empty. */
export type ChangeGroup = { readonly title: string; readonly changes: readonly Change[] };

type Compare = (before: Side, after: Side) => readonly Change[];

/** What is compared, in the order in which it is told: what matters for credit first. */
const GROUPS: readonly { readonly title: string; readonly compare: readonly Compare[] }[] = [
  { title: 'Time and credit', compare: [totalChanges] },
  { title: 'Modules', compare: [moduleChanges] },
  { title: 'Minutes of modules', compare: [minuteChanges] },
  { title: 'Electives', compare: [electiveChanges] },
  { title: 'Sections', compare: [sectionChanges] },
  { title: 'Targets', compare: [targetChanges] },
  { title: 'Coverage', compare: [coverageChanges] },
  { title: 'Constraints', compare: [constraintChanges] },
  { title: 'Whether constraints hold', compare: [standingChanges] },
  { title: 'Objectives', compare: [moduleObjectives] },
  { title: 'Prerequisites', compare: [prerequisiteChanges] },
  { title: 'Assessment', compare: [assessmentChanges] },
  { title: 'Other words of modules', compare: [wordingChanges] },
  { title: 'Notes and weeks', compare: [headingNotes, placeNotes] },
  { title: 'About the curriculum', compare: [aboutChanges] },
];

/** Everything that reads differently in the second of two, in groups; empty when they read the same. */
export function difference(before: Side, after: Side): readonly ChangeGroup[] {
  return GROUPS.map(({ title, compare }) => ({
    title,
    changes: compare.flatMap((one) => one(before, after)),
  })).filter(({ changes }) => changes.length > 0);
}

/** Only what can change the credit; groups without any are left out. */
export function creditChanges(groups: readonly ChangeGroup[]): readonly ChangeGroup[] {
  return groups
    .map(({ title, changes }) => ({ title, changes: changes.filter(({ changesCredit }) => changesCredit) }))
    .filter(({ changes }) => changes.length > 0);
}
