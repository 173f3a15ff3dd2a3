import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconCopy, IconDots, IconPencil } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import { quartersFromMinutes } from '../../../shared/credit/quarter-hours.ts';
import { formatMinutes, sentenceCase } from '../../../shared/format.ts';
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
import { BACK } from '../back.ts';
import { useKeptDraft } from '../editor/kept-drafts.ts';
import { creditsInWords } from '../words.ts';
import { ModuleCompetencies } from './ModuleCompetencies.tsx';
import { ModuleFacts } from './ModuleFacts.tsx';
import { ModuleReferences } from './ModuleReferences.tsx';
import { ModuleRelations } from './ModuleRelations.tsx';
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
          Adding it was undone. Published versions that hold it keep it.
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
            {unsaved ? <StatusBadge tone="warning">Unsaved changes</StatusBadge> : null}
          </span>
        }
        actions={<Actions module={module} unsaved={unsaved} />}
      />
      {module.retired ? <RetiredNotice module={module} /> : null}
      <div className={classes.split}>
        <div className={classes.reading}>
          {module.description ? <p className={classes.description}>{module.description}</p> : null}
          <Section title="Objectives">
            {module.objectives.length > 0 ? (
              <ol className={classes.objectives}>
                {module.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
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
        </div>
        <div className={classes.side}>
          <ModuleFacts module={module} />
          <ModuleRelations module={module} modules={modules} />
        </div>
      </div>
    </>
  );
}

function Actions({ module, unsaved }: { readonly module: Module; readonly unsaved: boolean }) {
  const [, navigate] = useLocation();
  const retire = useCommand('modules.retire');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="More actions">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => navigate(`/modules/new?copy=${module.id}`)}
          >
            Duplicate as own module
          </Menu.Item>
          {module.retired ? null : (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              disabled={retire.pending}
              onClick={() =>
                void retire.run({ id: module.id, retired: true }, { done: `Retired “${module.title}”.` })
              }
            >
              Retire this module
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Button
        component={Link}
        href={`/modules/${module.id}/edit`}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {unsaved ? 'Continue editing' : 'Edit'}
      </Button>
    </>
  );
}

function RetiredNotice({ module }: { readonly module: Module }) {
  const retire = useCommand('modules.retire');
  const done = `Put “${module.title}” back into the library.`;
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
        Put back
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
