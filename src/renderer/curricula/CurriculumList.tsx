import { Button, Select } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type CurriculumSummary, PATHWAY_KINDS } from '../../shared/contract/curricula.ts';
import { creditFigure, modulesInWords, shortModules, timeInWords } from '../../shared/curricula/figures.ts';
import { kindName } from '../../shared/curricula/words.ts';
import { counted } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  DomainBar,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Moment,
  Nothing,
  PageHeader,
  StatusBadge,
} from '../components/index.ts';
import classes from './Curricula.module.css';
import { CurriculumMenu } from './CurriculumMenu.tsx';
import { SpanCell } from './SpanCell.tsx';
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
            <Button component={Link} href="/modules/import" variant="default">
              Import a file
            </Button>
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
  const [kind, setKind] = useState<KindFilter | null>(null);
  const rows = useMemo(() => {
    const words = fold(text).split(/\s+/).filter(Boolean);
    return curricula.filter((curriculum) => {
      const folded = fold(curriculum.title);
      return isOfKind(curriculum, kind) && words.every((word) => folded.includes(word));
    });
  }, [curricula, text, kind]);
  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a curriculum' }}
        count={counted(rows.length, 'curriculum', 'curricula')}
      >
        <Select
          aria-label="Kind of pathway"
          placeholder="Every kind"
          data={[
            ...PATHWAY_KINDS.map((value) => ({ value, label: kindName(value) })),
            { value: NO_KIND, label: 'No kind' },
          ]}
          value={kind}
          onChange={(value) => setKind(KIND_FILTERS.find((one) => one === value) ?? null)}
          clearable
          clearButtonProps={{ 'aria-label': 'Show every kind' }}
          className={classes.kindFilter ?? ''}
        />
      </ListFilters>
      <DataTable
        label="Curricula"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/curricula/${id}`)}
        empty={<Nothing>No curriculum fits. Change the search or the kind.</Nothing>}
      />
    </>
  );
}

/** Chooses the curricula that have no kind. */
const NO_KIND = 'none';
const KIND_FILTERS = [...PATHWAY_KINDS, NO_KIND] as const;
type KindFilter = (typeof KIND_FILTERS)[number];

function isOfKind({ kind }: CurriculumSummary, wanted: KindFilter | null): boolean {
  return wanted === null || (kind ?? NO_KIND) === wanted;
}

const columns: readonly Column<CurriculumSummary>[] = [
  {
    id: 'title',
    header: 'Curriculum',
    width: 'minmax(144px, 2fr)',
    sortValue: ({ title }) => title,
    cell: ({ title }) => (
      <span className={classes.strong} title={title}>
        {title}
      </span>
    ),
  },
  {
    id: 'kind',
    header: 'Kind',
    width: 'minmax(120px, 1.2fr)',
    hideBelow: 950,
    sortValue: ({ kind }) => (kind === null ? '' : kindName(kind)),
    cell: ({ kind }) => (
      <span className={classes.kind} title={kind === null ? undefined : kindName(kind)}>
        {kind === null ? '–' : kindName(kind)}
      </span>
    ),
  },
  {
    id: 'standing',
    header: 'Published',
    width: 160,
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
    // Nothing is certain to lie in any domain where every minute is a choice among electives of several.
    cell: ({ domainMinutes, mostMinutes }) =>
      mostMinutes > 0 && domainMinutes.every((minutes) => minutes === 0) ? (
        <span className={classes.soft} title="The electives that a learner takes decide">
          By choice
        </span>
      ) : (
        <DomainBar minutes={domainMinutes} />
      ),
  },
  {
    id: 'modules',
    header: 'Modules',
    width: 88,
    align: 'right',
    sortValue: ({ modules }) => modules,
    cell: ({ counts }) => <span title={modulesInWords(counts)}>{shortModules(counts)}</span>,
  },
  {
    id: 'minutes',
    header: 'Time',
    width: 100,
    align: 'right',
    sortValue: ({ minutes }) => minutes,
    cell: (curriculum) => <SpanCell words={timeInWords(curriculum)} />,
  },
  {
    id: 'credits',
    header: 'Credits',
    width: 80,
    align: 'right',
    sortValue: ({ creditQuarters }) => creditQuarters,
    cell: (curriculum) => <SpanCell words={creditFigure(curriculum)} />,
  },
  {
    id: 'updated',
    header: 'Updated',
    width: 104,
    align: 'right',
    hideBelow: 1080,
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
