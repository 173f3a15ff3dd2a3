import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { Template } from '../../../shared/contract/curricula.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { useRead } from '../../api/index.ts';
import { DomainBadge, FaultNotice, Loading, PageHeader } from '../../components/index.ts';
import { type Library, useLibrary } from '../library.ts';
import { BACK } from '../words.ts';
import classes from './NewCurriculum.module.css';
import { StartForm } from './StartForm.tsx';
import { EmptyCard, TemplateCard } from './TemplateCard.tsx';
import { templateInsight } from './template-insight.ts';

/** Starts a curriculum from a template or from nothing. `?template=` chooses beforehand. */
export function NewCurriculum() {
  const templates = useRead('templates.list', {});
  const { library, fault: libraryFault, retry } = useLibrary();
  const fault = templates.error ?? libraryFault;
  return (
    <>
      <PageHeader
        title="New curriculum"
        back={BACK}
        description="Choose what to start from. Everything can be changed afterwards."
      />
      {fault ? (
        <FaultNotice fault={fault} onRetry={() => void Promise.all([templates.refetch(), retry()])} />
      ) : null}
      {templates.data && library ? (
        <Choice templates={templates.data} library={library} />
      ) : fault ? null : (
        <Loading />
      )}
    </>
  );
}

function Choice({
  templates,
  library,
}: {
  readonly templates: readonly Template[];
  readonly library: Library;
}) {
  const wanted = new URLSearchParams(useSearch()).get('template');
  const first = templates.find(({ code }) => code === wanted) ?? templates[0];
  const [code, setCode] = useState<string | null>(first?.code ?? null);
  const [title, setTitle] = useState(first?.title ?? '');
  const found = useMemo(
    () => new Map(templates.map((one) => [one.code, templateInsight(one, null, library)])),
    [templates, library],
  );
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
        <p className={classes.key}>
          Bars show how the time is spread:
          {DOMAINS.map((domain) => (
            <DomainBadge key={domain} domain={domain} />
          ))}
        </p>
        {templates.map((candidate) => {
          const own = found.get(candidate.code);
          return own ? (
            <TemplateCard
              key={candidate.code}
              template={candidate}
              found={own}
              checked={candidate.code === code}
              onChoose={() => choose(candidate)}
            />
          ) : null;
        })}
        <EmptyCard checked={code === null} onChoose={() => choose(null)} />
      </fieldset>
      <StartForm key={code ?? ''} template={template} library={library} title={title} onTitle={setTitle} />
    </div>
  );
}
