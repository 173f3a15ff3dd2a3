import { NumberInput } from '@mantine/core';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { counted } from '../../../shared/format.ts';
import { DomainBadge, domainLabel } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { setDomainMinutes } from './request-edits.ts';
import type { DeskControl } from './use-desk.ts';

const MOST_MINUTES = 100_000;
const SIDES = [
  { side: 'min', label: 'Least' },
  { side: 'max', label: 'Most' },
] as const;

/** Least and most minutes of each domain; folded away while none is set. */
export function DomainMinuteFields({
  request,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly onChange: DeskControl['change'];
}) {
  const set = Object.keys(request.domainMinutes).length;
  return (
    <details className={classes.fold} open={set > 0 || undefined}>
      <summary>
        Minutes by domain{set === 0 ? '' : ` (${counted(set, 'domain', 'domains')} held to a range)`}
      </summary>
      <table className={classes.table} aria-label="Minutes by domain wanted">
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Least (min)</th>
            <th scope="col">Most (min)</th>
          </tr>
        </thead>
        <tbody>
          {DOMAINS.map((domain) => (
            <tr key={domain}>
              <th scope="row">
                <DomainBadge domain={domain} />
              </th>
              {SIDES.map(({ side, label }) => (
                <td key={side}>
                  <NumberInput
                    size="xs"
                    aria-label={`${label} minutes of ${domainLabel(domain)}`}
                    value={request.domainMinutes[domain]?.[side] ?? ''}
                    min={0}
                    max={MOST_MINUTES}
                    step={15}
                    allowDecimal={false}
                    clampBehavior="strict"
                    onChange={(minutes) =>
                      onChange(
                        `${label} minutes of ${domainLabel(domain)} changed`,
                        setDomainMinutes(request, domain, side, minutes === '' ? null : Number(minutes)),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
