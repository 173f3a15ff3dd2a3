import { Button } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CurriculumSummary } from '../../shared/contract/curricula.ts';
import { counted, formatCount, formatCreditsFixed, formatMinutes } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  DomainBar,
  EmptyState,
  FaultNotice,
  Loading,
  Moment,
  PageHeader,
  SearchField,
  StatusBadge,
} from '../components/index.ts';
import classes from './Curricula.module.css';
import { CurriculumMenu } from './CurriculumMenu.tsx';
import { standing } from './words.ts';

/** Every curriculum of the office, the latest touched first. */
export function CurriculumList() {
  const list = useRead('curricula.list', {});
  return (
    <>
      <PageHeader
        title="Curricula"
        description="What is taught: modules in order, their credit, and the competencies they lead to."
        actions={
          <>
            <Button component={Link} href="/modules" variant="default">
              Module library
            </Button>
            {list.data?.length ? (
              <Button component={Link} href="/curricula/new" leftSection={<IconPlus size={16} aria-hidden />}>
                New curriculum
              </Button>
            ) : null}
          </>
        }
      />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <FaultNotice fault={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? list.data.length === 0 ? <FirstCurriculum /> : <Curricula curricula={list.data} /> : null}
    </>
  );
}

function FirstCurriculum() {
  return (
    <EmptyState
      icon={<IconBooks size={32} />}
      title="Build your first curriculum"
      action={
        <Button component={Link} href="/curricula/new" leftSection={<IconPlus size={16} aria-hidden />}>
          New curriculum
        </Button>
      }
    >
      Start from one of six templates or from nothing, choose modules from the library, and see minutes,
      credit and competencies add up. Publish it when it is ready: activities teach a published version.
    </EmptyState>
  );
}

function Curricula({ curricula }: { readonly curricula: readonly CurriculumSummary[] }) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const rows = useMemo(() => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    return curricula.filter(({ title }) => {
      const folded = fold(title);
      return words.every((word) => folded.includes(word));
    });
  }, [curricula, text]);
  return (
    <>
      <div className={classes.filters}>
        <div className={classes.search}>
          <SearchField value={text} onChange={setText} label="Find a curriculum" />
        </div>
        <span className={classes.count} role="status">
          {counted(rows.length, 'curriculum', 'curricula')}
        </span>
      </div>
      <DataTable
        label="Curricula"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/curricula/${id}`)}
        empty={<p className={classes.nothing}>No curriculum fits. Change the search.</p>}
      />
    </>
  );
}

const columns: readonly Column<CurriculumSummary>[] = [
  {
    id: 'title',
    header: 'Curriculum',
    width: 'minmax(208px, 2fr)',
    sortValue: ({ title }) => title,
    cell: ({ title }) => (
      <span className={classes.strong} title={title}>
        {title}
      </span>
    ),
  },
  {
    id: 'standing',
    header: 'Published',
    width: 128,
    sortValue: ({ latestVersion }) => latestVersion ?? 0,
    cell: ({ latestVersion, changedSinceVersion }) => {
      const { label, tone } = standing(latestVersion, changedSinceVersion);
      return <StatusBadge tone={tone}>{label}</StatusBadge>;
    },
  },
  {
    id: 'domains',
    header: 'Domains',
    width: 'minmax(80px, 1fr)',
    hideBelow: 780,
    cell: ({ domainMinutes }) => <DomainBar minutes={domainMinutes} />,
  },
  {
    id: 'modules',
    header: 'Modules',
    width: 80,
    align: 'right',
    sortValue: ({ modules }) => modules,
    cell: ({ modules }) => formatCount(modules),
  },
  {
    id: 'minutes',
    header: 'Time',
    width: 92,
    align: 'right',
    sortValue: ({ minutes }) => minutes,
    cell: ({ minutes }) => formatMinutes(minutes),
  },
  {
    id: 'credits',
    header: 'Credits',
    width: 76,
    align: 'right',
    sortValue: ({ creditQuarters }) => creditQuarters,
    cell: ({ creditQuarters }) => formatCreditsFixed(creditQuarters),
  },
  {
    id: 'updated',
    header: 'Updated',
    width: 104,
    align: 'right',
    hideBelow: 900,
    sortValue: ({ updatedAt }) => updatedAt,
    cell: ({ updatedAt }) => (
      <span className={classes.soft}>
        <Moment at={updatedAt} day />
      </span>
    ),
  },
  {
    id: 'menu',
    header: 'Actions',
    width: 60,
    align: 'right',
    cell: ({ id, title, latestVersion }) => (
      <CurriculumMenu id={id} title={title} published={latestVersion !== null} place="row" />
    ),
  },
];
