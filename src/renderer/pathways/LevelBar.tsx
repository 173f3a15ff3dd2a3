import type { ShownLevel } from '../../shared/contract/learners.ts';
import classes from './Pathways.module.css';
import { LEVELS } from './words.ts';

const STEPS = [1, 2, 3] as const;

/** A level as three steps and its name; a target, where there is one, is the step with a line under it. */
export function LevelBar({
  level,
  target = 0,
}: {
  readonly level: ShownLevel;
  readonly target?: ShownLevel;
}) {
  return (
    <span className={classes.level}>
      <span className={classes.steps} aria-hidden>
        {STEPS.map((step) => (
          <span
            key={step}
            className={classes.step}
            data-reached={level >= step || undefined}
            data-target={target === step || undefined}
          />
        ))}
      </span>
      {LEVELS[level]}
    </span>
  );
}
