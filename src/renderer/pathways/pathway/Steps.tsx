import { Button } from '@mantine/core';
import type { PathwayStep } from '../../../shared/contract/pathway-answer.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { reasonWords } from '../../../shared/pathways/words.ts';
import { DomainBadge } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import type { ByHandKind } from './request-edits.ts';

/** The modules in the order in which they are taken, each with what would break without it. */
export function Steps({
  steps,
  specialty,
  onDecide,
}: {
  readonly steps: readonly PathwayStep[];
  readonly specialty: string;
  readonly onDecide?: ((kind: ByHandKind, code: string) => void) | undefined;
}) {
  return (
    <ol className={classes.stepList} aria-label="Modules in order">
      {steps.map((step, index) => (
        <li key={step.code}>
          <span className={classes.place} aria-hidden>
            {index + 1}
          </span>
          <div className={classes.stepBody}>
            <div className={classes.stepHead}>
              <strong>
                <span className={classes.code}>{step.code}</span> {step.title}
              </strong>
              <span className={classes.tight}>{formatMinutes(step.minutes)}</span>
            </div>
            <div className={classes.stepFacts}>
              <DomainBadge domain={step.domain} />
              {step.prerequisites.length > 0 ? <span>after {step.prerequisites.join(', ')}</span> : null}
              {specialty === '' ? null : <span>{relevanceInWords(step.relevance, specialty)}</span>}
            </div>
            <ul className={classes.reasons} aria-label={`Why ${step.code}`}>
              {step.reasons
                .map((reason) => reasonWords(reason))
                .map((words) => (
                  <li key={words}>{words}</li>
                ))}
            </ul>
            {onDecide ? (
              <div className={`${classes.buttons} ${classes.quiet}`}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Leave out ${step.code} ${step.title}`}
                  onClick={() => onDecide('exclude', step.code)}
                >
                  Leave out
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Count as known: ${step.code} ${step.title}`}
                  onClick={() => onDecide('waived', step.code)}
                >
                  Count as known
                </Button>
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function relevanceInWords(relevance: PathwayStep['relevance'], specialty: string): string {
  const name = audienceName(specialty);
  if (relevance === 2) return `made for ${name}`;
  return relevance === 1 ? `meant for ${name} too` : 'for everyone';
}
