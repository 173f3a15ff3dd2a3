import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { Module, Template } from '../../../shared/contract/curricula.ts';
import { useRead } from '../../api/index.ts';
import { FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { BACK } from '../words.ts';
import classes from './NewCurriculum.module.css';
import { StartForm } from './StartForm.tsx';
import { EmptyCard, TemplateCard } from './TemplateCard.tsx';

/** Starts a curriculum from a template or from nothing. `?template=` chooses beforehand. */
export function NewCurriculum() {
  const templates = useRead('templates.list', {});
  const modules = useRead('modules.list', {});
  const fault = templates.error ?? modules.error;
  return (
    <>
      <PageHeader
        title="New curriculum"
        back={BACK}
        description="Choose what to start from. Everything can be changed afterwards."
      />
      {fault ? (
        <FaultNotice
          fault={fault}
          onRetry={() => void Promise.all([templates.refetch(), modules.refetch()])}
        />
      ) : null}
      {templates.data && modules.data ? (
        <Choice templates={templates.data} modules={modules.data} />
      ) : fault ? null : (
        <Loading />
      )}
    </>
  );
}

function Choice({
  templates,
  modules,
}: {
  readonly templates: readonly Template[];
  readonly modules: readonly Module[];
}) {
  const wanted = new URLSearchParams(useSearch()).get('template');
  const first = templates.find(({ code }) => code === wanted) ?? templates[0];
  const [code, setCode] = useState<string | null>(first?.code ?? null);
  const [title, setTitle] = useState(first?.title ?? '');
  const byCode = useMemo(() => new Map(modules.map((module) => [module.code, module])), [modules]);
  const template = templates.find((candidate) => candidate.code === code) ?? null;

  function choose(next: Template | null): void {
    // A title that was only suggested follows the choice; a typed one stays.
    if (title.trim() === '' || title === template?.title) setTitle(next?.title ?? '');
    setCode(next?.code ?? null);
  }

  return (
    <div className={classes.choice}>
      <fieldset className={classes.cards}>
        <legend className={classes.legend}>Start from</legend>
        {templates.map((candidate) => (
          <TemplateCard
            key={candidate.code}
            template={candidate}
            byCode={byCode}
            checked={candidate.code === code}
            onChoose={() => choose(candidate)}
          />
        ))}
        <EmptyCard checked={code === null} onChoose={() => choose(null)} />
      </fieldset>
      <StartForm key={code ?? ''} template={template} byCode={byCode} title={title} onTitle={setTitle} />
    </div>
  );
}
