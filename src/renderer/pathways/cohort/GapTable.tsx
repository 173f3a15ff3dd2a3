import type { z } from 'zod';
import type { CohortGaps } from '../../../shared/contract/pathways.ts';
import { formatCount } from '../../../shared/format.ts';
import { DomainBadge } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { byDomain, LEVEL_VALUES, LEVELS } from '../words.ts';

/** Shares of people are shaded in steps, so that neighbours can be told apart. */
const SHADES = 5;

/** Competency by level: the count in each cell, shaded by the share of people; the target is outlined and named. */
export function GapTable({ cohort }: { readonly cohort: z.infer<typeof CohortGaps> }) {
  return (
    <div className={classes.scrolls}>
      <table className={classes.table} aria-label="People by competency and level">
        <thead>
          <tr>
            <th scope="col">Competency</th>
            {LEVEL_VALUES.map((level) => (
              <th key={level} scope="col" className={classes.cellHead}>
                {LEVELS[level]}
              </th>
            ))}
            <th scope="col">Target</th>
            <th scope="col" data-align="right" className={classes.right}>
              Below
            </th>
          </tr>
        </thead>
        {byDomain(cohort.competencies).map((group) => (
          <tbody key={group.domain}>
            <tr>
              <th scope="rowgroup" colSpan={LEVEL_VALUES.length + 3} className={classes.domainSmall}>
                <DomainBadge domain={group.domain} />
              </th>
            </tr>
            {group.competencies.map(({ code, name, target, atLevel, below }) => (
              <tr key={code}>
                <th scope="row">
                  <span className={classes.code}>{code}</span> {name}
                </th>
                {LEVEL_VALUES.map((level) => (
                  <td key={level} className={classes.cellBox}>
                    <span
                      className={classes.cell}
                      data-domain={group.domain}
                      data-shade={shadeOf(atLevel[level], cohort.people)}
                      data-target={level === target || undefined}
                    >
                      {formatCount(atLevel[level])}
                    </span>
                  </td>
                ))}
                <td className={classes.tight}>{LEVELS[target]}</td>
                <td data-align="right" className={classes.right}>
                  {below === 0 ? (
                    <span className={classes.soft}>0</span>
                  ) : (
                    <strong>{formatCount(below)}</strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** 0 for nobody, then 1 to {@link SHADES} by share. */
function shadeOf(count: number, people: number): number {
  return people === 0 || count === 0 ? 0 : Math.ceil((count / people) * SHADES);
}
