import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarCheck, IconPlus, IconPuzzleOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { useRead } from '../../api/index.ts';
import { DataTable, EmptyState, FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { ExportMenu } from '../../exchange/index.ts';
import { SelectionBar } from '../bulk/SelectionBar.tsx';
import { editorPath, useKeptDrafts } from '../editor/kept-drafts.ts';
import { todayHere } from '../review.ts';
import { libraryColumns } from './columns.tsx';
import { FilterBar, isNarrowed } from './FilterBar.tsx';
import { filterLibrary } from './filter-library.ts';
import { useKeptFilter, WHOLE_LIBRARY } from './kept-filter.ts';
import classes from './Library.module.css';

/** Every module from which curricula are built. */
export function ModuleLibrary() {
  const modules = useRead('modules.list', {});
  return (
    <>
      <PageHeader
        title="Module library"
        description="Curricula are built from these. Edit any of them, or write your own."
        actions={
          <>
            <Button component={Link} href="/modules/import" variant="default">
              Import
            </Button>
            <ExportMenu ids={modules.data?.map(({ id }) => id) ?? []} what="in the library" />
            <Button
              component={Link}
              href="/modules/reviews"
              variant="default"
              leftSection={<IconCalendarCheck size={16} aria-hidden />}
            >
              Reviews
            </Button>
            <Button component={Link} href="/modules/new" leftSection={<IconPlus size={16} aria-hidden />}>
              New module
            </Button>
          </>
        }
      />
      <UnsavedNotice />
      {modules.isPending ? <Loading /> : null}
      {modules.isError ? <FaultNotice fault={modules.error} onRetry={() => void modules.refetch()} /> : null}
      {modules.data ? <Library modules={modules.data} /> : null}
    </>
  );
}

function Library({ modules }: { readonly modules: readonly Module[] }) {
  const [, navigate] = useLocation();
  const office = useRead('office.get', {});
  const [filter, narrow] = useKeptFilter();
  const rounding = office.data?.rounding ?? 'nearest';
  const roomy = useMediaQuery('(min-width: 1500px)', false, { getInitialValueInEffect: false });
  const columns = useMemo(() => libraryColumns(rounding, todayHere(), roomy), [rounding, roomy]);
  const today = todayHere();
  const use = useRead('modules.used', {}, { enabled: filter.use !== null });
  const used = useMemo(() => (use.data ? new Set(use.data) : null), [use.data]);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => filterLibrary(modules, filter, today, used), [modules, filter, today, used]);
  // What was removed meanwhile is not selected any more; what the filter hides is, and the bar says so.
  const chosen = useMemo(() => modules.filter(({ id }) => selected.has(id)), [modules, selected]);
  const shown = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  // Only an empty list asks what the retired ones would add.
  const hidden =
    rows.length > 0 || filter.retired
      ? 0
      : filterLibrary(modules, { ...filter, retired: true }, today, used).length;
  return (
    <>
      <FilterBar modules={modules} shown={rows.length} filter={filter} onChange={narrow} />
      <SelectionBar
        chosen={chosen}
        library={modules}
        hidden={chosen.filter(({ id }) => !shown.has(id)).length}
        onClear={() => setSelected(new Set())}
      />
      <DataTable
        label="Modules"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        selection={{ selected, onChange: setSelected }}
        onOpen={({ id }) => navigate(`/modules/${id}`)}
        height="max(320px, calc(100dvh - 300px))"
        empty={
          <EmptyState
            icon={<IconPuzzleOff size={32} />}
            title="No module fits"
            action={
              <>
                {isNarrowed(filter) ? (
                  <Button onClick={() => narrow({ ...WHOLE_LIBRARY, retired: filter.retired })}>
                    Clear the filters
                  </Button>
                ) : null}
                {hidden > 0 ? (
                  <Button variant="default" onClick={() => narrow({ retired: true })}>
                    Show retired modules too
                  </Button>
                ) : null}
                <Button variant="default" component={Link} href="/modules/new">
                  Write this module
                </Button>
              </>
            }
          >
            {hidden > 0
              ? 'Only retired modules fit what you look for.'
              : 'Search for fewer words or choose a wider filter. If the library has no such module, write one of your own.'}
          </EmptyState>
        }
      />
    </>
  );
}

function UnsavedNotice() {
  const drafts = useKeptDrafts();
  if (drafts.length === 0) return null;
  return (
    <section className={classes.unsaved} aria-label="Unsaved changes">
      <span>Not saved yet:</span>
      {drafts.map(({ key, draft }) => (
        <Link key={key} href={editorPath(key)}>
          {draft.title.trim() || draft.code.trim() || 'New module'}
        </Link>
      ))}
    </section>
  );
}
