import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconPuzzleOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import { findModules } from '../../../shared/curricula/find-modules.ts';
import { useRead } from '../../api/index.ts';
import { DataTable, EmptyState, FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { editorPath, useKeptDrafts } from '../editor/kept-drafts.ts';
import { todayHere } from '../review.ts';
import { libraryColumns } from './columns.tsx';
import { FilterBar, isNarrowed } from './FilterBar.tsx';
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
          <Button component={Link} href="/modules/new" leftSection={<IconPlus size={16} aria-hidden />}>
            New module
          </Button>
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
  const rows = useMemo(
    () =>
      findModules(
        modules.filter((module) => filter.retired || !module.retired),
        filter,
      ),
    [modules, filter],
  );
  const hidden = filter.retired ? 0 : findModules(modules, filter).length - rows.length;
  return (
    <>
      <FilterBar modules={modules} shown={rows.length} filter={filter} onChange={narrow} />
      <DataTable
        label="Modules"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
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
