import type { CompletionRow } from '../../../shared/contract/activities.ts';
import { formatCredits } from '../../../shared/format.ts';
import { StatusBadge } from '../../components/index.ts';
import classes from '../Activities.module.css';
import { SumTable } from '../overview/SumTable.tsx';
import { PersonPanel } from '../selection/PersonPanel.tsx';
import { paperFor } from '../words.ts';
import { returnedOn } from './columns.tsx';

/** How one person's figures come about, and everything that is missing. */
export function SumPanel({
  row,
  onClose,
}: {
  readonly row: CompletionRow | null;
  readonly onClose: () => void;
}) {
  if (!row) return null;
  return (
    <PersonPanel row={row} onClose={onClose}>
      {row.complete ? (
        <StatusBadge tone="good">Complete</StatusBadge>
      ) : (
        <ul className={classes.missing}>
          {row.missing.map(({ sentence }) => (
            <li key={sentence}>
              <StatusBadge tone="warning">{sentence}</StatusBadge>
            </li>
          ))}
        </ul>
      )}
      <h3 className={classes.panelHeading}>How the credit comes about</h3>
      <SumTable label={`Credit of ${row.name}`} lines={row.sum} />
      <h3 className={classes.panelHeading}>Recorded</h3>
      <SumTable
        label={`Recorded for ${row.name}`}
        lines={[
          { label: 'May receive', value: paperFor(row.profession) },
          {
            label: 'Assessment',
            value: row.assessmentPercent === null ? 'no score' : `${row.assessmentPercent}%`,
          },
          { label: 'Evaluation', value: returnedOn(row.evaluationReturnedOn) },
          {
            label: 'Claimed',
            value:
              row.kind === 'participation'
                ? 'does not apply'
                : row.claimedQuarters === null
                  ? 'nothing yet'
                  : `${formatCredits(row.claimedQuarters)} credits`,
          },
        ]}
      />
      {row.kind === 'participation' ? (
        <p className={classes.softInline}>
          Only physicians may claim <em>AMA PRA Category 1 Credit</em>™. Everyone else is given a certificate
          of participation; its hours show that the rules are met, and are no award of that credit. Credit of
          another type is claimed apart, where the activity offers one.
        </p>
      ) : null}
    </PersonPanel>
  );
}
