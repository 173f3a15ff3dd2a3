import type { z } from 'zod';
import type { CohortGaps } from '../../../shared/contract/pathways.ts';
import { counted, formatCount, formatMinutes } from '../../../shared/format.ts';
import classes from '../Pathways.module.css';

/** The best 1, 2, 3 … modules as bars: how many of the gaps each set closes, its time and its modules. */
export function ClosingSets({ cohort }: { readonly cohort: z.infer<typeof CohortGaps> }) {
  if (cohort.gaps === 0)
    return <p className={classes.soft}>There is no gap: everyone shows every target today.</p>;
  if (!cohort.searched)
    return (
      <p className={classes.soft}>
        The search for the modules that close most took too long and was stopped. Hold the group against fewer
        targets.
      </p>
    );
  if (cohort.sets.length === 0)
    return (
      <p className={classes.soft}>
        No module of the library closes any of the gaps for the people who have them.
      </p>
    );
  const skippedSizes = cohort.sets.some(
    ({ modules }, index) => modules.length !== (cohort.sets[index - 1]?.modules.length ?? 0) + 1,
  );
  return (
    <>
      {skippedSizes ? (
        <p className={classes.soft}>
          A number of modules that is not listed closes no more gaps than the number before it.
        </p>
      ) : null}
      <ol className={classes.sets} aria-label="Modules that close most">
        {cohort.sets.map(({ modules, minutes, gapsClosed }) => {
          const codes = modules.map(({ code }) => code);
          return (
            <li key={codes.join(' ')}>
              {/* Folded: the bars are read down the list as one curve. */}
              <details>
                <summary className={classes.setHead}>
                  <strong>
                    {counted(modules.length, 'module closes', 'modules close')} {formatCount(gapsClosed)} of{' '}
                    {counted(cohort.gaps, 'gap', 'gaps')}
                  </strong>
                  <span className={classes.track} aria-hidden>
                    <span
                      className={classes.trackFill}
                      style={{ width: `${(gapsClosed / cohort.gaps) * 100}%` }}
                    />
                  </span>
                  <span className={classes.setTime}>{formatMinutes(minutes)}</span>
                </summary>
                <ul className={classes.setModules}>
                  {modules.map(({ code, title, added }) => (
                    <li key={code}>
                      <span className={classes.code}>{code}</span> {title}
                      {added ? <span className={classes.soft}> (has to come first)</span> : null}
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ol>
    </>
  );
}
