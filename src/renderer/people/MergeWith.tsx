import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { printedName } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import { DataTable, FaultNotice, ListFilters, Loading, Nothing, PageHeader } from '../components/index.ts';
import { personColumns } from './person-columns.tsx';

/** Chooses the record that goes into this one. */
export function MergeWith({ id }: { readonly id: number }) {
  const [, navigate] = useLocation();
  const person = useRead('people.get', { id });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? person.data?.familyName ?? '';
  const [wanted] = useDebouncedValue(text, 120);
  const found = useRead(
    'people.list',
    { text: wanted.slice(0, 100), profession: null, sort: 'name', after: null, limit: 100 },
    { enabled: person.data !== undefined },
  );
  if (person.isPending) return <Loading />;
  if (!person.data)
    return (
      <>
        <PageHeader title="Merge with another record" back={{ label: 'People', path: '/people' }} />
        <FaultNotice fault={person.error} onRetry={() => void person.refetch()} />
      </>
    );
  const name = printedName(person.data);
  return (
    <>
      <PageHeader
        title={`Merge with ${name}`}
        back={{ label: name, path: `/people/${id}` }}
        description="Choose the other record of the same person. You see what will happen before anything is done."
      />
      <ListFilters
        search={{
          value: text,
          onChange: setTyped,
          label: 'Find the other record',
          placeholder: 'Name, former name, e-mail, NPI or license',
        }}
      />
      {found.error ? <FaultNotice fault={found.error} onRetry={() => void found.refetch()} /> : null}
      <DataTable
        label="Records to merge with"
        rows={(found.data?.rows ?? []).filter((row) => row.id !== person.data.id)}
        columns={personColumns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(`/people/${id}/merge/${row.id}`)}
        empty={<Nothing>No other record fits. Search by another name, e-mail or NPI.</Nothing>}
      />
    </>
  );
}
