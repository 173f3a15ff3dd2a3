import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { domainLabel } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import { BY_HAND, BY_HAND_LABELS } from '../pathway/request-edits.ts';
import { creditsInWords } from '../words.ts';

/** What a pathway was asked for, as facts to read. */
export function RequestFacts({ request }: { readonly request: PathwayRequest }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Targets', counted(Object.keys(request.targets).length, 'competency', 'competencies')],
    ['Specialty', request.specialty === '' ? 'None in particular' : audienceName(request.specialty)],
    [
      'Practice area',
      request.practiceArea === '' ? 'None in particular' : audienceName(request.practiceArea),
    ],
    [
      'Credit wanted',
      request.creditQuarters === 0 ? 'None asked for' : creditsInWords(request.creditQuarters),
    ],
    ['Time budget', request.maximumMinutes === null ? 'No limit' : formatMinutes(request.maximumMinutes)],
    ...DOMAINS.flatMap((domain) => {
      const range = request.domainMinutes[domain];
      return range ? [[domainLabel(domain), rangeInWords(range)] as const] : [];
    }),
    ...BY_HAND.flatMap((kind) =>
      request[kind].map(({ code, reason }) => [`${BY_HAND_LABELS[kind]}: ${code}`, reason] as const),
    ),
  ];
  return (
    <table className={classes.facts} aria-label="What was asked">
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rangeInWords({ min, max }: { readonly min: number | null; readonly max: number | null }): string {
  if (min !== null && max !== null) return `${formatMinutes(min)} to ${formatMinutes(max)}`;
  if (min !== null) return `at least ${formatMinutes(min)}`;
  return max === null ? 'any time' : `at most ${formatMinutes(max)}`;
}
