import { Button } from '@mantine/core';
import type { PathwayAnswer } from '../../../shared/contract/pathway-answer.ts';
import { formatMinutes } from '../../../shared/format.ts';
import classes from '../Pathways.module.css';
import { remediesFor } from './request-edits.ts';
import type { DeskControl } from './use-desk.ts';

type Impossible = Extract<PathwayAnswer, { status: 'impossible' }>;

/** Requirements that cannot hold together, each with the changes that mend it in one press. */
export function Conflict({ answer, desk }: { readonly answer: Impossible; readonly desk: DeskControl }) {
  const alone = answer.conflict.length === 1;
  return (
    <section className={classes.conflict} aria-label="What cannot be met">
      {answer.leastMinutes === null ? (
        <h3 className={classes.heading}>
          {alone ? 'This cannot be met' : 'These cannot all be met together'}
        </h3>
      ) : (
        <BudgetTooShort leastMinutes={answer.leastMinutes} desk={desk} />
      )}
      <p className={classes.plain}>{wayOut(answer)}</p>
      <ul className={classes.requirements} aria-label="What stands against each other">
        {answer.conflict.map((requirement) => (
          <li key={`${requirement.kind} ${requirement.about}`}>
            <span>
              {requirement.text}
              {requirement.note === '' ? null : <span className={classes.soft}> {requirement.note}</span>}
            </span>
            <span className={classes.buttons}>
              {remediesFor(desk.request, requirement).map(({ label, request }) => (
                <Button
                  key={label}
                  variant="default"
                  size="compact-sm"
                  onClick={() => desk.change(label, request)}
                >
                  {label}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The time that everything takes, and the budget set to it in one press. */
function BudgetTooShort({
  leastMinutes,
  desk,
}: {
  readonly leastMinutes: number;
  readonly desk: DeskControl;
}) {
  const time = formatMinutes(leastMinutes);
  const { maximumMinutes } = desk.request;
  return (
    <>
      <h3 className={classes.heading}>The time budget is too short</h3>
      <p className={classes.plain}>
        Everything that is asked for takes at least {time}
        {maximumMinutes === null ? '' : `; the budget is ${formatMinutes(maximumMinutes)}`}.
      </p>
      <Button
        size="compact-sm"
        onClick={() =>
          desk.change(`Time budget set to ${time}`, { ...desk.request, maximumMinutes: leastMinutes })
        }
      >
        Set the budget to {time}
      </Button>
    </>
  );
}

/** What giving up one of the requirements leads to, as far as it is proven. */
function wayOut({ conflict, leastMinutes }: Impossible): string {
  const open = conflict.some(({ settles }) => settles === null);
  const enough = conflict.filter(({ settles }) => settles === true);
  if (enough.length === conflict.length)
    return conflict.length === 1
      ? 'Without it, everything else can be met.'
      : 'Give up any one of them, and everything else can be met.';
  const budgetAlone = leastMinutes !== null && enough.length === 1;
  if (budgetAlone && !open)
    return 'These are only the first that do not fit into it; giving up one of the other wishes alone is not enough.';
  if (enough.length > 0)
    return `Everything else can be met without this: ${enough.map(({ text }) => text).join('; ')}. ${open ? 'What giving up another leads to was not proven in time.' : 'Giving up another leaves further conflicts.'}`;
  return open
    ? 'Give up one of them. Whether everything else can be met then was not proven in time.'
    : 'Other wishes stand against each other besides: after one of these is changed, the next conflict is named.';
}
