import { Button } from '@mantine/core';
import type { PathwayAnswer } from '../../../shared/contract/pathways.ts';
import classes from '../Pathways.module.css';
import { remediesFor } from './request-edits.ts';
import type { DeskControl } from './use-desk.ts';

/** Requirements that cannot hold together, each with the changes that mend it in one press. */
export function Conflict({
  answer,
  desk,
}: {
  readonly answer: Extract<PathwayAnswer, { status: 'impossible' }>;
  readonly desk: DeskControl;
}) {
  const alone = answer.conflict.length === 1;
  return (
    <section className={classes.conflict} aria-label="What cannot be met">
      <h3 className={classes.heading}>{alone ? 'This cannot be met' : 'These cannot all be met together'}</h3>
      <p className={classes.plain}>
        {alone ? 'Change it, and the rest can be met.' : 'Change any one of them, and the others can be met.'}
      </p>
      <ul className={classes.requirements}>
        {answer.conflict.map((requirement) => (
          <li key={`${requirement.kind} ${requirement.about}`}>
            <span>{requirement.text}</span>
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
      {answer.advice.length > 0 ? (
        <ul className={classes.advice} aria-label="What could be done">
          {answer.advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
