import type { CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { StatusBadge } from '../../components/index.ts';
import classes from '../Activities.module.css';
import { SumTable } from '../overview/SumTable.tsx';
import { PersonPanel } from '../selection/PersonPanel.tsx';

/** How one person's figure in one credit comes about. */
export function ClaimPanel({
  type,
  row,
  onClose,
}: {
  readonly type: CreditType;
  readonly row: CreditClaim | null;
  readonly onClose: () => void;
}) {
  if (!row) return null;
  return (
    <PersonPanel row={row} onClose={onClose}>
      {row.problem === null ? null : <StatusBadge tone="warning">{row.problem}</StatusBadge>}
      <h3 className={classes.panelHeading}>{type.name}, step by step</h3>
      <SumTable label={`${type.name} of ${row.name}`} lines={row.sum} />
    </PersonPanel>
  );
}
