import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CreditEntry } from '../../../shared/contract/credit.ts';
import { formatUnits } from '../../../shared/credit/amounts.ts';
import { formatShortDate } from '../../../shared/format.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, SidePanel, StatusBadge } from '../../components/index.ts';
import classes from '../Credit.module.css';

/** The claims that stand behind one person's figures, type by type with their total. */
export function EntriesPanel({
  person,
  from,
  to,
  onClose,
}: {
  readonly person: { readonly personId: number; readonly name: string };
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}) {
  const entries = useRead('credit.entries', { personId: person.personId, from, to });
  return (
    <SidePanel
      title={person.name}
      opened
      onClose={onClose}
      footer={
        <Button component={Link} href={`/people/${person.personId}`} variant="default">
          Open the person
        </Button>
      }
    >
      {entries.isPending ? <Loading /> : null}
      {entries.error ? <FaultNotice fault={entries.error} onRetry={() => void entries.refetch()} /> : null}
      {entries.data?.length === 0 ? <p>No credit was claimed in this time.</p> : null}
      {[...Map.groupBy(entries.data ?? [], ({ typeId }) => typeId).values()].map((group) => (
        <TypeEntries key={group[0]?.typeId} entries={group} />
      ))}
    </SidePanel>
  );
}

function TypeEntries({ entries }: { readonly entries: readonly CreditEntry[] }) {
  const [first] = entries;
  if (!first) return null;
  const total = entries.reduce((sum, { hundredths }) => sum + hundredths, 0);
  return (
    <>
      <h3 className={classes.heading}>{first.typeName}</h3>
      <table className={classes.entries} aria-label={first.typeName}>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.activityId}>
              <th scope="row">
                <Link href={`/activities/${entry.activityId}/completion`}>{entry.title}</Link>
                <span className={classes.soft}> {formatShortDate(entry.datedOn)}</span>
                {entry.unfitProfession === null ? null : (
                  <StatusBadge tone="warning">Not for the profession: {entry.unfitProfession}</StatusBadge>
                )}
              </th>
              <td>{formatUnits(entry.hundredths, entry)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Together</th>
            <td>{formatUnits(total, first)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
