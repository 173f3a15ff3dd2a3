import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { call, useRead } from '../../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { BACK } from '../back.ts';
import { draftOf, emptyDraft } from './draft.ts';
import { EditorForm } from './EditorForm.tsx';
import { useModuleEditor } from './use-module-editor.ts';

/** Writes a module of the office's own from nothing. */
export function NewModule() {
  const modules = useRead('modules.list', {});
  if (modules.data) return <OpenNew modules={modules.data} />;
  return (
    <>
      <PageHeader title="New module" back={BACK} />
      {modules.error ? (
        <FaultNotice fault={modules.error} onRetry={() => void modules.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function OpenNew({ modules }: { readonly modules: readonly Module[] }) {
  const [, navigate] = useLocation();
  const start = useMemo(() => emptyDraft(), []);
  const editor = useModuleEditor({
    draftKey: 'new',
    start,
    others: modules,
    recordedCode: null,
    send: (content) => call('modules.create', content),
    done: ({ title }) => `Added “${title}”.`,
    onSaved: ({ id }) => navigate(`/modules/${id}`, { replace: true }),
  });
  return (
    <>
      <PageHeader
        title="New module"
        back={BACK}
        description="A module of your own stands in the library beside those of the catalog, and can be edited at any time."
      />
      <EditorForm
        editor={editor}
        modules={modules}
        ownId={null}
        saveLabel="Add the module"
        onLeave={() => {
          editor.discard();
          navigate(BACK.path);
        }}
      />
    </>
  );
}

/** Edits a module, of the catalogue or the office's own. */
export function EditModule({ id }: { readonly id: number }) {
  const modules = useRead('modules.list', {});
  const module = modules.data?.find((candidate) => candidate.id === id);
  if (modules.data && module) return <OpenEdit modules={modules.data} module={module} />;
  return (
    <>
      <PageHeader title="Edit module" back={BACK} />
      {modules.data || modules.error ? (
        <FaultNotice
          fault={
            modules.error ?? {
              message: 'This module is not in the library any more. Go back to the library.',
            }
          }
          onRetry={modules.error ? () => void modules.refetch() : undefined}
        />
      ) : (
        <Loading />
      )}
    </>
  );
}

function OpenEdit({ modules, module }: { readonly modules: readonly Module[]; readonly module: Module }) {
  const [, navigate] = useLocation();
  const start = useMemo(() => draftOf(module), [module]);
  const others = useMemo(() => modules.filter(({ id }) => id !== module.id), [modules, module.id]);
  const back = { label: module.title, path: `/modules/${module.id}` };
  const editor = useModuleEditor({
    draftKey: `edit ${module.id}`,
    start,
    others,
    recordedCode: module.code,
    send: (content) => call('modules.update', { id: module.id, content }),
    done: ({ title }) => `Saved “${title}”.`,
    onSaved: () => navigate(back.path, { replace: true }),
  });
  return (
    <>
      <PageHeader
        title={`Edit ${module.code}`}
        back={back}
        description="Drafts of curricula follow; published versions and certificates stay as they are."
      />
      <EditorForm
        editor={editor}
        modules={modules}
        ownId={module.id}
        saveLabel="Save changes"
        onLeave={() => {
          editor.discard();
          navigate(back.path);
        }}
      />
    </>
  );
}
