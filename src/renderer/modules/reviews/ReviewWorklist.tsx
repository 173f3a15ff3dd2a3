import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { formatCount } from '../../../shared/format.ts';
import { REVIEW_SOON_DAYS, type ReviewState } from '../../../shared/modules/review-cycle.ts';
import { useRead } from '../../api/index.ts';
import { DataTable, EmptyState, FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { BACK } from '../back.ts';
import { SelectionBar } from '../bulk/SelectionBar.tsx';
import { moduleReview, todayHere } from '../review.ts';
import { reviewColumns } from './columns.tsx';
import classes from './Reviews.module.css';

const GROUPS: readonly ReviewState[] = ['overdue', 'soon', 'later', 'unset'];

/** Modules by when they are to be reviewed, the most overdue first, and the way to mark them as reviewed. */
export function ReviewWorklist() {
  const modules = useRead('modules.list', {});
  return (
    <>
      <PageHeader
        title="Module reviews"
        back={BACK}
        description="What was true of a tool, a law or a guideline when a module was written may not be so now. Read the module, edit what has changed, then mark it as reviewed."
      />
      {modules.isPending ? <Loading /> : null}
      {modules.isError ? <FaultNotice fault={modules.error} onRetry={() => void modules.refetch()} /> : null}
      {modules.data ? <Worklist modules={modules.data} /> : null}
    </>
  );
}

function Worklist({ modules }: { readonly modules: readonly Module[] }) {
  const [, navigate] = useLocation();
  const today = todayHere();
  const groups = useMemo(() => groupByReview(modules, today), [modules, today]);
  const [wanted, setWanted] = useState<ReviewState | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  // Until somebody chooses, the most pressing group that holds something.
  const group = wanted ?? GROUPS.find((state) => groups[state].length > 0) ?? 'overdue';
  const rows = groups[group];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const columns = useMemo(() => reviewColumns(today), [today]);
  return (
    <>
      <div className={classes.groups}>
        <SegmentedControl
          aria-label="Which reviews"
          value={group}
          onChange={(value) => {
            setWanted(GROUPS.find((state) => state === value) ?? null);
            setSelected(new Set());
          }}
          data={GROUPS.map((state) => ({
            value: state,
            label: `${groupName(state)} (${formatCount(groups[state].length)})`,
          }))}
        />
      </div>
      <SelectionBar
        chosen={chosen}
        library={modules}
        hidden={0}
        reviewsOnly
        onClear={() => setSelected(new Set())}
      />
      <DataTable
        label="Modules to review"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        selection={{ selected, onChange: setSelected }}
        initialSort={{ id: group === 'unset' ? 'code' : 'review' }}
        key={group}
        onOpen={({ id }) => navigate(`/modules/${id}`)}
        empty={
          <EmptyState
            icon={<IconCalendarCheck size={32} />}
            title={emptyTitle(group)}
            action={
              <Button component={Link} href="/modules" variant="default">
                Go to the library
              </Button>
            }
          >
            {group === 'overdue'
              ? 'Every module in the library is within its review date.'
              : 'Choose another group above.'}
          </EmptyState>
        }
      />
    </>
  );
}

function groupByReview(
  modules: readonly Module[],
  today: string,
): Readonly<Record<ReviewState, readonly Module[]>> {
  const standing = modules.filter(({ retired }) => !retired);
  const by = (state: ReviewState): readonly Module[] =>
    standing.filter((module) => moduleReview(module, today) === state);
  return { overdue: by('overdue'), soon: by('soon'), later: by('later'), unset: by('unset') };
}

function groupName(state: ReviewState): string {
  switch (state) {
    case 'overdue':
      return 'Overdue';
    case 'soon':
      return `Due in ${REVIEW_SOON_DAYS} days`;
    case 'later':
      return 'Later';
    case 'unset':
      return 'No date';
  }
}

function emptyTitle(state: ReviewState): string {
  switch (state) {
    case 'overdue':
      return 'Nothing is overdue';
    case 'soon':
      return `Nothing falls due within ${REVIEW_SOON_DAYS} days`;
    case 'later':
      return 'Nothing is due later';
    case 'unset':
      return 'Every module has a review date';
  }
}
