import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PersonSummary } from '../../shared/contract/people.ts';
import { Profession } from '../../shared/contract/primitives.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { useReadPages } from '../api/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  PageHeader,
} from '../components/index.ts';
import { personColumns } from './person-columns.tsx';
import { PROFESSION_CHOICES } from './words.ts';

const PAGE = 200;
const EVERY = 'every';

/** Everyone the office knows. */
export function PeopleList() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const [profession, setProfession] = useState<Profession | null>(null);
  const [sort, setSort] = useState<'name' | 'added'>('name');
  const pages = useReadPages('people.list', { text: wanted.slice(0, 100), profession, sort, limit: PAGE });
  const nobody = !pages.loading && !pages.fault && wanted === '' && profession === null && pages.total === 0;
  const add = (
    <Button
      component={Link}
      href="/people/new"
      variant="default"
      leftSection={<IconUserPlus size={16} aria-hidden />}
    >
      Add a person
    </Button>
  );
  const importRoster = (
    <Button component={Link} href="/people/import" leftSection={<IconFileImport size={16} aria-hidden />}>
      Import a roster
    </Button>
  );
  return (
    <>
      <PageHeader
        title="People"
        description="Everyone who takes part, named as on the license."
        actions={
          nobody ? null : (
            <>
              <Button component={Link} href="/people/credit" variant="subtle">
                Credit
              </Button>
              <Button component={Link} href="/people/imports" variant="subtle">
                Earlier imports
              </Button>
              <Button component={Link} href="/people/duplicates" variant="subtle">
                Find duplicates
              </Button>
              {add}
              {importRoster}
            </>
          )
        }
      />
      {pages.fault ? <FaultNotice fault={pages.fault} onRetry={pages.retry} /> : null}
      {pages.loading ? <Loading /> : null}
      {nobody ? (
        <EmptyState
          icon={<IconUsers size={32} />}
          title="Nobody is here yet"
          action={
            <>
              {add}
              {importRoster}
            </>
          }
        >
          Import the registration list as CSV or Excel: you see what each row becomes before anything is
          written. Single people are added by hand.
        </EmptyState>
      ) : null}
      {!pages.loading && !pages.fault && !nobody ? (
        <>
          <ListFilters
            search={{
              value: text,
              onChange: setText,
              label: 'Find a person',
              placeholder: 'Name, former name, e-mail, NPI or license',
            }}
            count={counted(pages.total, 'person', 'people')}
          >
            <Select
              aria-label="Profession"
              data={[{ value: EVERY, label: 'Every profession' }, ...PROFESSION_CHOICES]}
              value={profession ?? EVERY}
              onChange={(value) => setProfession(Profession.safeParse(value).data ?? null)}
              allowDeselect={false}
            />
            <SegmentedControl
              aria-label="Order"
              value={sort}
              onChange={setSort}
              data={[
                { value: 'name', label: 'By name' },
                { value: 'added', label: 'Latest added' },
              ]}
            />
          </ListFilters>
          <DataTable
            label="People"
            rows={pages.rows}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => navigate(`/people/${id}`)}
            onEndReached={pages.loadMore}
            empty={
              <Nothing>
                Nobody fits. Change the search or the profession, or{' '}
                <Link href="/people/new">add the person</Link>.
              </Nothing>
            }
          />
        </>
      ) : null}
    </>
  );
}

const columns: readonly Column<PersonSummary>[] = [
  ...personColumns,
  {
    id: 'activities',
    header: 'Activities',
    width: 80,
    align: 'right',
    cell: ({ activities }) => formatCount(activities),
  },
];
