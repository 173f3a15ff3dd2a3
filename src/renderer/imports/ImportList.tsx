import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useRead } from '../api/index.ts';
import { EmptyState, FaultNotice, Loading, PageHeader } from '../components/index.ts';
import { ImportTable } from './ImportTable.tsx';

/** Every import of the office: rosters, attendance and reflections. */
export function ImportList() {
  const imports = useRead('imports.list', { activityId: null });
  const action = (
    <Button component={Link} href="/people/import" leftSection={<IconFileImport size={16} aria-hidden />}>
      Import a roster
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Earlier imports"
        back={{ label: 'People', path: '/people' }}
        description="Rosters, attendance reports and reflections, each with what became of every row."
        actions={imports.data?.length ? action : null}
      />
      {imports.isPending ? <Loading /> : null}
      {imports.error ? <FaultNotice fault={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {imports.data?.length === 0 ? (
        <EmptyState icon={<IconFileImport size={32} />} title="Nothing was imported yet" action={action}>
          Once a roster or an attendance report is imported, it is kept here with what became of every row.
        </EmptyState>
      ) : null}
      {imports.data?.length ? <ImportTable imports={imports.data} ofActivity={false} /> : null}
    </>
  );
}
