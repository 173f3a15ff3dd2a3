import type { RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { mergeAnswers } from '../../shared/reflections/merge.ts';
import { reflectionProblems } from '../../shared/reflections/rules.ts';
import { enrol } from '../activities/index.ts';
import type { Writer } from '../database/index.ts';
import { insertPerson } from '../people/index.ts';
import { recordedReflections, writeReflection } from '../reflections/index.ts';
import { chosenPerson, type Decisions, decided, enrolmentOf, withoutTaken } from './decisions.ts';
import type { ReflectionAct, ReflectionsPlan } from './plan.ts';

/** A row's outcome, and the enrolment it was written to. */
type Settled = {
  readonly shown: RehearsedRow;
  readonly enrolmentId: number | null;
  readonly enrolled: boolean;
};

/**
 * Writes the reflections of a form.
 * @throws RoundsError `request/invalid` when decisions give two rows to one person, or a row does not fit what is recorded
 */
export function applyReflections(
  write: Writer,
  plan: ReflectionsPlan,
  decisions: Decisions,
  ticked: (index: number) => void,
): { readonly shown: readonly RehearsedRow[]; readonly wrote: boolean } {
  const recorded = recordedReflections(write, plan.activityId);
  const rowByEnrolment = new Map<number, number>();
  let wrote = false;
  const shown = plan.rows.map(({ shown: row, act }, index) => {
    ticked(index);
    if (act === null) return row;
    const settled = settle(write, row, act, decisions, plan.activityId);
    if (settled.enrolmentId === null) return settled.shown;
    const other = rowByEnrolment.get(settled.enrolmentId);
    if (other !== undefined)
      throw new RoundsError(
        'request/invalid',
        `Rows ${other} and ${row.row} were given to the same person, who has one reflection. Leave one of them out.`,
      );
    rowByEnrolment.set(settled.enrolmentId, row.row);
    const before = recorded.get(settled.enrolmentId) ?? null;
    const { content, changes } = mergeAnswers(before, act.answers, plan.writtenOn);
    const [problem] = reflectionProblems(content, plan.frame);
    if (problem)
      throw new RoundsError('request/invalid', `Row ${row.row}: ${problem.message} Or leave this row out.`);
    const changed = writeReflection(write, settled.enrolmentId, content);
    wrote = changed || settled.enrolled || wrote;
    return row.fate === 'held' && changes.length > 0
      ? { ...settled.shown, reason: `${settled.shown.reason} ${changes.join(' ')}` }
      : settled.shown;
  });
  return { shown, wrote };
}

function settle(
  write: Writer,
  shown: RehearsedRow,
  act: ReflectionAct,
  decisions: Decisions,
  activityId: number,
): Settled {
  if (shown.fate !== 'held') return { shown, enrolmentId: act.enrolmentId, enrolled: false };
  const choice = decisions.get(shown.row);
  if (choice === undefined) return { shown, enrolmentId: null, enrolled: false };
  if (choice === 'leave-out')
    return {
      shown: decided(shown, 'ignored', 'Left out by decision.', null),
      enrolmentId: null,
      enrolled: false,
    };
  const personId = choice === 'new' ? newPerson(write, shown, act) : choice;
  chosenPerson(write, personId);
  const before = enrolmentOf(write, activityId, personId);
  const reason = choice === 'new' ? 'Added as a new person by decision.' : 'The person was chosen by hand.';
  return {
    shown: decided(shown, 'new', before === undefined ? `${reason} Enrolled.` : reason, personId),
    enrolmentId: before ?? enrol(write, activityId, personId),
    enrolled: before === undefined,
  };
}

function newPerson(write: Writer, shown: RehearsedRow, act: ReflectionAct): number {
  if (act.content === null)
    throw new RoundsError(
      'request/invalid',
      `Row ${shown.row} has too little for a new person. Choose somebody known, or add the person first.`,
    );
  return insertPerson(write, withoutTaken(write, act.content));
}
