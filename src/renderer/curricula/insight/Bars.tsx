import type { ReactNode } from 'react';
import classes from './Insight.module.css';

/** One bar: a value and, where something is open, the most that it can be. */
export type Bar = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly most?: number;
  /** The value in words, at the right. */
  readonly words: string;
  /** Draws the eye to this bar. */
  readonly marked?: boolean;
};

/** Bars under each other on one scale. What is open stands hatched behind what is sure. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const top = Math.max(1, ...bars.map(({ value, most }) => Math.max(value, most ?? 0)));
  const percent = (value: number): string => `${(value * 100) / top}%`;
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} data-marked={bar.marked || undefined} data-none={bar.words === '–' || undefined}>
          <span className={classes.barLabel}>{bar.label}</span>
          <svg className={classes.bar} aria-hidden>
            <rect className={classes.barGround} width="100%" height="100%" rx={2} />
            {bar.most !== undefined && bar.most > bar.value ? (
              <rect className={classes.barOpen} width={percent(bar.most)} height="100%" rx={2} />
            ) : null}
            <rect className={classes.barFill} width={percent(bar.value)} height="100%" rx={2} />
          </svg>
          <span className={classes.barWords}>{bar.words}</span>
        </li>
      ))}
    </ul>
  );
}
