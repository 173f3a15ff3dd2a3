import { Button, Title, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { moduleIdsOf } from '../../../shared/curricula/outline.ts';
import { sectionEnd } from '../../../shared/curricula/outline-edits.ts';
import type { Anchor } from '../../../shared/curricula/outline-moves.ts';
import { type Outline, type OutlineRow, rowsOf } from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import classes from './Outline.module.css';
import type { OutlineActs } from './outline-acts.ts';
import panes from './Panes.module.css';
import type { OutlineView } from './use-outline-view.ts';

/** The name of the pane, how much it holds, and what starts a section or a group. */
export function OutlineHead({
  heading,
  items,
  view,
  acts,
}: {
  readonly heading: string;
  readonly items: Outline;
  readonly view: OutlineView;
  readonly acts: OutlineActs;
}) {
  const { chosen } = view.selection;
  const rows = rowsOf(items);
  const modules = rows.some(({ kind, key }) => kind === 'module' && chosen.has(key));
  const current = rows.find(({ key }) => chosen.has(key)) ?? rows.find(({ key }) => key === view.active);
  return (
    <div className={panes.paneHead}>
      <Title order={2} id={heading}>
        Outline
      </Title>
      <span className={panes.soft}>{counted(moduleIdsOf(items).length, 'module', 'modules')}</span>
      <div className={classes.starts}>
        <Tooltip label={sectionHint(current)}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => acts.addSection(sectionPlace(items, current))}
          >
            Section
          </Button>
        </Tooltip>
        <Tooltip
          label={modules ? 'Electives of the selected modules' : 'Modules of which a learner takes some'}
        >
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => (modules ? acts.makeElectives(chosen) : acts.addGroup(view.active))}
          >
            Electives
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

/** From the current line on; after the current section where its head is the current line. */
function sectionPlace(items: Outline, current: OutlineRow | undefined): Anchor {
  if (!current) return null;
  return current.kind === 'section' ? sectionEnd(items, current.section.key) : current.key;
}

function sectionHint(current: OutlineRow | undefined): string {
  if (!current) return 'A section at the end';
  return current.kind === 'section' ? 'A section after this one' : 'A section from the current line on';
}
