import type { DomainShare } from '../../../shared/curricula/insight.ts';
import { formatCreditsFixed, formatMinutes } from '../../../shared/format.ts';
import { DomainBadge, DomainBar } from '../../components/index.ts';
import classes from './Builder.module.css';

/** Minutes and credit of each domain, as a bar and in figures. */
export function DomainTable({ domains }: { readonly domains: readonly DomainShare[] }) {
  const [foundations = 0, clinical = 0, implementation = 0, governance = 0] = domains.map(
    ({ minutes }) => minutes,
  );
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
          {domains.map(({ domain, minutes, creditQuarters }) => (
            <tr key={domain} data-none={minutes === 0 || undefined}>
              <th scope="row">
                <DomainBadge domain={domain} />
              </th>
              <td>{minutes === 0 ? '–' : formatMinutes(minutes)}</td>
              <td>{minutes === 0 ? '–' : formatCreditsFixed(creditQuarters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
