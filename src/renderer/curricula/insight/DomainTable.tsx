import { rangeInWords } from '../../../shared/curricula/constraint-checks.ts';
import { DOMAIN_RULE } from '../../../shared/curricula/domain-balance.ts';
import { spanInWords, timeInWords } from '../../../shared/curricula/figures.ts';
import type { DomainShare } from '../../../shared/curricula/insight.ts';
import { formatCreditsFixed, formatMinutes } from '../../../shared/format.ts';
import { DomainBadge, DomainBar, StatusBadge } from '../../components/index.ts';
import classes from './Insight.module.css';

const STANDING = {
  holds: { tone: 'good', words: 'in plan' },
  fails: { tone: 'bad', words: 'off plan' },
  depends: { tone: 'warning', words: 'by electives' },
} as const;

/** Minutes and credit of each domain, as a bar and in figures, against the plan where there is one. */
export function DomainTable({ domains }: { readonly domains: readonly DomainShare[] }) {
  const [foundations = 0, clinical = 0, implementation = 0, governance = 0] = domains.map(
    ({ minutes }) => minutes,
  );
  const planned = domains.some(({ standing }) => standing !== null);
  const spans = domains.some(({ minutes, mostMinutes }) => minutes !== mostMinutes);
  return (
    <div className={classes.domains}>
      <DomainBar minutes={[foundations, clinical, implementation, governance]} height={10} />
      <table className={classes.domainTable} aria-label="By domain">
        <thead className={classes.offscreen}>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Time</th>
            <th scope="col">Credits</th>
          </tr>
        </thead>
        <tbody>
          {domains.map((share) => (
            <DomainRow key={share.domain} share={share} />
          ))}
        </tbody>
      </table>
      {planned || spans ? <p className={classes.rule}>{DOMAIN_RULE}</p> : null}
    </div>
  );
}

function DomainRow({ share }: { readonly share: DomainShare }) {
  const { domain, mostMinutes, creditQuarters, mostCreditQuarters, plan, standing } = share;
  const none = mostMinutes === 0;
  return (
    <>
      <tr data-none={none || undefined}>
        <th scope="row">
          <DomainBadge domain={domain} />
        </th>
        <td>{none ? '–' : timeInWords(share)}</td>
        <td>
          {none ? '–' : spanInWords({ least: creditQuarters, most: mostCreditQuarters }, formatCreditsFixed)}
        </td>
      </tr>
      {standing === null ? null : (
        <tr className={classes.planRow}>
          <td colSpan={3}>
            plan {rangeInWords(plan, formatMinutes)}{' '}
            <StatusBadge tone={STANDING[standing].tone}>{STANDING[standing].words}</StatusBadge>
          </td>
        </tr>
      )}
    </>
  );
}
