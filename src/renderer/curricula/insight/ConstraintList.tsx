import { IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import type { ConstraintCheck } from '../../../shared/curricula/constraint-checks.ts';
import classes from './Insight.module.css';

const SIGNS = {
  holds: { Icon: IconCheck, words: 'Holds' },
  fails: { Icon: IconX, words: 'Does not hold' },
  depends: { Icon: IconHelp, words: 'Depends on electives' },
} as const;

/** What the curriculum is held to, one line each: whether it is so, the figure, and how it is counted. */
export function ConstraintList({
  checks,
  label = 'Constraints',
}: {
  readonly checks: readonly ConstraintCheck[];
  readonly label?: string;
}) {
  return (
    <ul className={classes.checks} aria-label={label}>
      {checks.map(({ key, name, status, figure, gap, rule }) => {
        const { Icon, words } = SIGNS[status];
        return (
          <li key={key} data-status={status}>
            <Icon size={16} aria-hidden className={classes.checkSign} />
            <div className={classes.checkWords}>
              <div className={classes.checkLine}>
                <span className={classes.checkName}>{name}</span>
                <span className={classes.checkFigure}>
                  {figure}
                  {gap === '' ? '' : `, ${gap}`}
                </span>
              </div>
              <div className={classes.soft}>
                {status === 'holds' ? (
                  <span className={classes.offscreen}>{words}. </span>
                ) : (
                  <strong>{words}. </strong>
                )}
                {rule}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
