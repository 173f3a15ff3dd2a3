import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { SidePanel, StatusBadge } from '../../components/index.ts';
import classes from '../Activities.module.css';
import { SumTable } from '../overview/SumTable.tsx';

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
    <SidePanel
      key={row.enrolmentId}
      title={row.name}
      opened
      onClose={onClose}
      footer={
        <Button component={Link} href={`/people/${row.personId}`} variant="default">
          Open the person
        </Button>
      }
    >
      {row.problem === null ? null : <StatusBadge tone="warning">{row.problem}</StatusBadge>}
      <h3 className={classes.panelHeading}>{type.name}, step by step</h3>
      <SumTable label={`${type.name} of ${row.name}`} lines={row.sum} />
    </SidePanel>
  );
}
