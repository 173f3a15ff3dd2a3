import { type ReactNode, useState } from 'react';
import type { LedgerRow } from '../../../shared/contract/credit.ts';
import { sentenceCase } from '../../../shared/format.ts';
import type { Pages } from '../../api/index.ts';
import { type Column, DataTable, Nothing, PersonName } from '../../components/index.ts';
import { EntriesPanel } from './EntriesPanel.tsx';

type Someone = Pick<LedgerRow, 'personId' | 'name' | 'credentials' | 'profession'>;

/** Who a row is about: the first columns of every table of credit. */
export const personColumns: readonly Column<Someone>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(180px, 1.4fr)',
    cell: ({ name, credentials }) => <PersonName name={name} credentials={credentials} />,
  },
  {
    id: 'profession',
    header: 'Profession',
    width: 160,
    hideBelow: 760,
    cell: ({ profession }) => sentenceCase(profession),
  },
];

/** People with their credit of a time; opening one shows the claims that stand behind the figures. */
export function PeopleTable<Row extends Someone>({
  label,
  pages,
  columns,
  from,
  to,
  nothing,
}: {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  /** First and last day of the time. */
  readonly from: string;
  readonly to: string;
  /** Said when nobody fits. */
  readonly nothing: ReactNode;
}) {
  const [open, setOpen] = useState<Row | null>(null);
  return (
    <>
      <DataTable
        label={label}
        rows={pages.rows}
        columns={columns}
        rowKey={({ personId }) => personId}
        onOpen={setOpen}
        onEndReached={pages.loadMore}
        empty={<Nothing>{nothing}</Nothing>}
      />
      {open ? (
        <EntriesPanel key={open.personId} person={open} from={from} to={to} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
