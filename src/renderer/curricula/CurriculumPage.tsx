import { ActionIcon, Button, Tabs, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCloudCheck, IconCloudOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Curriculum } from '../../shared/contract/curricula.ts';
import { insight } from '../../shared/curricula/insight.ts';
import { moduleIdsOf } from '../../shared/curricula/outline.ts';
import { formatCount } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';
import { FaultNotice, Loading, PageHeader, StatusBadge } from '../components/index.ts';
import { AboutTab } from './about/AboutTab.tsx';
import { Builder } from './builder/Builder.tsx';
import classes from './Curricula.module.css';
import { CurriculumMenu } from './CurriculumMenu.tsx';
import { type Draft, useDraft } from './draft/use-draft.ts';
import { useUndoKeys } from './draft/use-undo-keys.ts';
import { InsightTab } from './insight/InsightTab.tsx';
import { type Library, useLibrary } from './library.ts';
import { PublishDialog } from './versions/PublishDialog.tsx';
import { VersionsTab } from './versions/VersionsTab.tsx';
import { BACK, standing } from './words.ts';

const TABS = ['modules', 'insight', 'about', 'versions'] as const;

/** One curriculum: its modules, what is said about it, and its published versions. */
export function CurriculumPage({ id, tab }: { readonly id: number; readonly tab: string }) {
  const curriculum = useRead('curricula.get', { id });
  const { library, fault, retry } = useLibrary();
  if (!TABS.some((value) => value === tab)) return <Redirect to={`/curricula/${id}`} replace />;
  const wrong = curriculum.data ? fault : (curriculum.error ?? fault);
  if (curriculum.data && library)
    return <OpenCurriculum curriculum={curriculum.data} library={library} tab={tab} />;
  if (!wrong) return <Loading />;
  return (
    <>
      <PageHeader title="Curriculum" back={BACK} />
      <FaultNotice fault={wrong} onRetry={() => void Promise.all([curriculum.refetch(), retry()])} />
    </>
  );
}

function OpenCurriculum({
  curriculum,
  library,
  tab,
}: {
  readonly curriculum: Curriculum;
  readonly library: Library;
  readonly tab: string;
}) {
  const [, navigate] = useLocation();
  const [publishing, setPublishing] = useState(false);
  const draft = useDraft(curriculum);
  const said = useUndoKeys(draft, tab !== 'versions');
  const { items, targets, constraints, schedule } = draft.content;
  const outline = useMemo(
    () => moduleIdsOf(items).flatMap((moduleId) => library.byId.get(moduleId) ?? []),
    [items, library],
  );
  const found = useMemo(
    () =>
      insight(
        { items, targets, constraints, schedule },
        { ...library, moduleOf: (moduleId) => library.byId.get(moduleId) },
      ),
    [items, targets, constraints, schedule, library],
  );
  const recorded = useChanged(curriculum.id);
  const changed = draft.unsaved || recorded === true;
  const title = draft.content.title.trim() || draft.saved.title;
  const { label, tone } = standing(curriculum.versions[0]?.number ?? null, changed);
  return (
    <div className={tab === 'modules' ? classes.filling : undefined}>
      <PageHeader
        title={title}
        back={BACK}
        actions={
          <div className={classes.pageActs}>
            <CurriculumMenu
              id={curriculum.id}
              title={title}
              published={curriculum.versions.length > 0}
              place="page"
            />
            <Button onClick={() => setPublishing(true)}>Publish</Button>
          </div>
        }
      />
      <Tabs
        value={tab}
        onChange={(value) =>
          value && navigate(`/curricula/${curriculum.id}${value === 'modules' ? '' : `/${value}`}`)
        }
        keepMounted={false}
        className={tab === 'modules' ? (classes.fillingTabs ?? '') : ''}
      >
        <div className={classes.tabLine}>
          <Tabs.List aria-label="Parts of this curriculum" className={classes.tabList ?? ''}>
            <Tabs.Tab value="modules">
              Modules<span className={classes.tabCount}>{formatCount(found.modules)}</span>
            </Tabs.Tab>
            <Tabs.Tab value="insight">Insight</Tabs.Tab>
            <Tabs.Tab value="about">About and targets</Tabs.Tab>
            <Tabs.Tab value="versions">
              Versions<span className={classes.tabCount}>{formatCount(curriculum.versions.length)}</span>
            </Tabs.Tab>
          </Tabs.List>
          <div className={classes.state}>
            <StatusBadge tone={tone}>{label}</StatusBadge>
            {tab === 'versions' ? null : <SaveState draft={draft} />}
          </div>
        </div>
        {draft.fault ? (
          <div className={classes.fault}>
            <FaultNotice
              fault={{ message: `Not saved yet: ${draft.fault.message} Your changes are kept here.` }}
              onRetry={() => void draft.flush()}
            />
          </div>
        ) : null}
        <Tabs.Panel value="modules" className={classes.fillingPanel ?? ''}>
          <Builder draft={draft} found={found} library={library} />
        </Tabs.Panel>
        <Tabs.Panel value="insight" className={classes.panel ?? ''}>
          <InsightTab curriculumId={curriculum.id} draft={draft} found={found} library={library} />
        </Tabs.Panel>
        <Tabs.Panel value="about" className={classes.panel ?? ''}>
          <AboutTab draft={draft} found={found} library={library} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel ?? ''}>
          <VersionsTab curriculum={curriculum} changed={changed} onPublish={() => setPublishing(true)} />
        </Tabs.Panel>
      </Tabs>
      <span className={classes.offscreen} role="status">
        {said}
      </span>
      {publishing ? (
        <PublishDialog
          curriculum={curriculum}
          title={title}
          outline={outline}
          found={found}
          unchanged={!draft.unsaved && recorded === false}
          flush={draft.flush}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </div>
  );
}

/** Whether what is recorded of a curriculum differs from its latest version; null until it is known. */
function useChanged(curriculumId: number): boolean | null {
  const list = useRead('curricula.list', {});
  return list.data?.find(({ id }) => id === curriculumId)?.changedSinceVersion ?? null;
}

function SaveState({ draft }: { readonly draft: Draft }) {
  const back = draft.past.at(-1)?.label;
  const forth = draft.future[0]?.label;
  return (
    <div className={classes.saveState}>
      {draft.fault ? <IconCloudOff size={16} aria-hidden /> : <IconCloudCheck size={16} aria-hidden />}
      <span>{draft.fault ? 'Not saved' : draft.saving || draft.unsaved ? 'Saving' : 'Saved'}</span>
      <Tooltip label={back ? `Undo: ${back} (Ctrl+Z)` : 'Nothing to undo'}>
        <ActionIcon
          color="gray"
          aria-label={back ? `Undo: ${back}` : 'Undo'}
          disabled={!back}
          onClick={() => draft.undo()}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={forth ? `Redo: ${forth} (Ctrl+Shift+Z)` : 'Nothing to redo'}>
        <ActionIcon
          color="gray"
          aria-label={forth ? `Redo: ${forth}` : 'Redo'}
          disabled={!forth}
          onClick={() => draft.redo()}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
