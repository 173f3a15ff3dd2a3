import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PersonSummary } from '../../shared/contract/people.ts';
import { printedName } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  Loading,
  PageHeader,
  SearchField,
} from '../components/index.ts';
import classes from './People.module.css';
import { professionLabel } from './words.ts';

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
      <div className={classes.filters}>
        <div className={classes.search}>
          <SearchField
            value={text}
            onChange={setTyped}
            label="Find the other record"
            placeholder="Name, former name, e-mail, NPI or license"
          />
        </div>
      </div>
      {found.error ? <FaultNotice fault={found.error} onRetry={() => void found.refetch()} /> : null}
      <DataTable
        label="Records to merge with"
        rows={(found.data?.rows ?? []).filter((row) => row.id !== person.data.id)}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate(`/people/${id}/merge/${row.id}`)}
        empty={
          <p className={classes.nothing}>No other record fits. Search by another name, e-mail or NPI.</p>
        }
      />
    </>
  );
}

const columns: readonly Column<PersonSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 1.4fr)',
    cell: ({ name, credentials }) => (credentials ? `${name}, ${credentials}` : name),
  },
  {
    id: 'profession',
    header: 'Profession',
    width: 160,
    cell: ({ profession }) => professionLabel(profession),
  },
  { id: 'specialty', header: 'Specialty', width: 160, hideBelow: 1040, cell: ({ specialty }) => specialty },
  {
    id: 'email',
    header: 'E-mail',
    width: 'minmax(180px, 1.2fr)',
    hideBelow: 680,
    cell: ({ email }) => email,
  },
  { id: 'npi', header: 'NPI', width: 104, hideBelow: 880, cell: ({ npi }) => npi },
];
