import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { quartersFromMinutes } from '../../../shared/credit/quarter-hours.ts';
import { formatMinutes, sentenceCase } from '../../../shared/format.ts';
import { objectiveVerb } from '../../../shared/modules/bloom.ts';
import { mooreInWords } from '../../../shared/modules/moore.ts';
import { useCommand, useRead } from '../../api/index.ts';
import {
  DomainBadge,
  EmptyState,
  FaultNotice,
  Loading,
  PageHeader,
  Section,
  StatusBadge,
} from '../../components/index.ts';
import { BloomTag } from '../BloomTag.tsx';
import { BACK } from '../back.ts';
import { useKeptDraft } from '../editor/kept-drafts.ts';
import { hasUnreviewedAi } from '../review.ts';
import { creditsInWords } from '../words.ts';
import { ModuleActions } from './ModuleActions.tsx';
import { ModuleAiUses } from './ModuleAiUses.tsx';
import { ModuleCompetencies } from './ModuleCompetencies.tsx';
import { ModuleFacts } from './ModuleFacts.tsx';
import { ModuleReferences } from './ModuleReferences.tsx';
import { ModuleRelations } from './ModuleRelations.tsx';
import { ModuleUses } from './ModuleUses.tsx';
import classes from './Page.module.css';

/** One module as it reads: what it teaches, to whom, on what it rests, and what rests on it. */
export function ModulePage({ id }: { readonly id: number }) {
  const modules = useRead('modules.list', {});
  const module = modules.data?.find((candidate) => candidate.id === id);
  if (modules.data && module) return <OpenModule module={module} modules={modules.data} />;
  return (
    <>
      <PageHeader title="Module" back={BACK} />
      {modules.isPending ? <Loading /> : null}
      {modules.error ? <FaultNotice fault={modules.error} onRetry={() => void modules.refetch()} /> : null}
      {modules.data ? (
        <EmptyState
          title="This module is not in the library any more"
          action={
            <Button component={Link} href="/modules">
              Go to the library
            </Button>
          }
        >
          It was removed, or adding it was undone. Published versions that hold it keep it.
        </EmptyState>
      ) : null}
    </>
  );
}

function OpenModule({ module, modules }: { readonly module: Module; readonly modules: readonly Module[] }) {
  const office = useRead('office.get', {});
  const unsaved = useKeptDraft(`edit ${module.id}`) !== null;
  const quarters = quartersFromMinutes(module.minutes, office.data?.rounding ?? 'nearest');
  return (
    <>
      <PageHeader
        title={module.title}
        eyebrow={module.code}
        back={BACK}
        description={
          <span className={classes.headFacts}>
            <DomainBadge domain={module.domain} />
            <span>{formatMinutes(module.minutes)}</span>
            <span>{creditsInWords(quarters)}</span>
            {module.origin === 'own' ? <StatusBadge tone="info">Own module</StatusBadge> : null}
            {module.edited ? <StatusBadge tone="info">Edited here</StatusBadge> : null}
            {module.retired ? <StatusBadge tone="warning">Retired</StatusBadge> : null}
            {hasUnreviewedAi(module) ? <StatusBadge tone="warning">AI use not reviewed</StatusBadge> : null}
            {unsaved ? <StatusBadge tone="warning">Unsaved changes</StatusBadge> : null}
          </span>
        }
        actions={<ModuleActions module={module} modules={modules} unsaved={unsaved} />}
      />
      {module.retired ? <RetiredNotice module={module} /> : null}
      <div className={classes.split}>
        <div className={classes.reading}>
          {module.description ? <p className={classes.description}>{module.description}</p> : null}
          <Section title="Objectives">
            {module.objectives.length > 0 ? (
              <ol className={classes.objectives}>
                {module.objectives.map((objective) => (
                  <li key={objective}>
                    {objective} <BloomTag level={objectiveVerb(objective).level} />
                  </li>
                ))}
              </ol>
            ) : (
              <Missing id={module.id}>No objectives are written yet.</Missing>
            )}
          </Section>
          <Section title="Competencies">
            <ModuleCompetencies module={module} />
          </Section>
          <Section title="Assessment">
            {module.assessmentMethod || module.assessmentStandard ? (
              <dl className={classes.pairs}>
                <dt>Method</dt>
                <dd>{sentenceCase(module.assessmentMethod) || 'Not set'}</dd>
                <dt>Standard</dt>
                <dd>{sentenceCase(module.assessmentStandard) || 'Not set'}</dd>
                <dt>Moore level</dt>
                <dd>{module.mooreLevel === null ? 'Not set' : mooreInWords(module.mooreLevel)}</dd>
              </dl>
            ) : (
              <Missing id={module.id}>No assessment is set yet.</Missing>
            )}
          </Section>
          <Section title="References">
            {module.references.length > 0 ? (
              <ModuleReferences references={module.references} />
            ) : (
              <Missing id={module.id}>No references are given yet.</Missing>
            )}
          </Section>
          <Section title="Use of AI">
            <ModuleAiUses aiUses={module.aiUses} />
          </Section>
        </div>
        <div className={classes.side}>
          <ModuleFacts module={module} />
          <ModuleRelations module={module} modules={modules} />
          <ModuleUses module={module} />
        </div>
      </div>
    </>
  );
}

function RetiredNotice({ module }: { readonly module: Module }) {
  const retire = useCommand('modules.retire');
  const done = `Brought “${module.title}” back into the library.`;
  return (
    <div className={classes.notice}>
      <span>
        Retired: it is no longer offered when curricula are built. Drafts and published versions that hold it
        keep it.
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={retire.pending}
        onClick={() => void retire.run({ id: module.id, retired: false }, { done })}
      >
        Bring back
      </Button>
    </div>
  );
}

function Missing({ id, children }: { readonly id: number; readonly children: string }) {
  return (
    <p className={classes.soft}>
      {children} <Link href={`/modules/${id}/edit`}>Edit the module</Link>
    </p>
  );
}
