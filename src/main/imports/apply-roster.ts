import type { RehearsedRow } from '../../shared/contract/people.ts';
import { enrol } from '../activities/index.ts';
import type { Writer } from '../database/index.ts';
import { insertPerson, rewritePerson } from '../people/index.ts';
import {
  type Choice,
  chosenPerson,
  type Decisions,
  decided,
  enrolmentOf,
  withoutTaken,
} from './decisions.ts';
import type { RosterAct, RosterPlan } from './plan.ts';
import { compare } from './roster.ts';

/** A row's outcome after it was applied. */
type Applied = { readonly shown: RehearsedRow; readonly wrote: boolean };

/** Writes every row of a roster; with an activity, people are enrolled too. */
export function applyRoster(
  write: Writer,
  plan: RosterPlan,
  decisions: Decisions,
  activityId: number | null,
  ticked: (index: number) => void,
): { readonly shown: readonly RehearsedRow[]; readonly wrote: boolean } {
  const rows = plan.rows.map(({ shown, act }, index) => {
    ticked(index);
    return applyRow(write, shown, act, decisions.get(shown.row), activityId);
  });
  return { shown: rows.map(({ shown }) => shown), wrote: rows.some(({ wrote }) => wrote) };
}

function applyRow(
  write: Writer,
  shown: RehearsedRow,
  act: RosterAct | null,
  choice: Choice | undefined,
  activityId: number | null,
): Applied {
  if (act === null) return { shown, wrote: false };
  if (shown.fate !== 'held') return writeRow(write, shown, act, activityId);
  if (choice === undefined) return { shown, wrote: false };
  if (choice === 'leave-out')
    return { shown: decided(shown, 'ignored', 'Left out by decision.', null), wrote: false };
  if (choice === 'new')
    return writeRow(
      write,
      decided(shown, 'new', 'Added as a new person by decision.', null),
      { ...act, content: withoutTaken(write, act.content) },
      activityId,
    );
  const { fill } = compare(chosenPerson(write, choice), act.content);
  const free = withoutTaken(write, act.content);
  return writeRow(
    write,
    decided(shown, 'known', 'The person was chosen by hand.', choice),
    {
      ...act,
      personId: choice,
      fill: {
        ...fill,
        ...(fill.email === undefined ? {} : { email: free.email }),
        ...(fill.npi === undefined ? {} : { npi: free.npi }),
      },
    },
    activityId,
  );
}

function writeRow(write: Writer, shown: RehearsedRow, act: RosterAct, activityId: number | null): Applied {
  let wrote = false;
  let { personId } = act;
  if (personId === null) {
    personId = insertPerson(write, act.content);
    wrote = true;
  } else if (Object.keys(act.fill).length > 0) {
    wrote = rewritePerson(write, personId, { ...chosenPerson(write, personId), ...act.fill });
  }
  if (activityId !== null && enrolmentOf(write, activityId, personId) === undefined) {
    enrol(write, activityId, personId);
    wrote = true;
  }
  return { shown: { ...shown, personId }, wrote };
}
