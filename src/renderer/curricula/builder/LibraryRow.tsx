import { Draggable } from '@hello-pangea/dnd';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconPlaylistAdd, IconPlus } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { domainName, formatName } from '../../../shared/curricula/words.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { dragHandle } from './drag-handle.ts';
import classes from './Library.module.css';
import { LibraryDetails } from './LibraryDetails.tsx';
import panes from './Panes.module.css';

/** What a row of the library does; always the same functions. */
export type LibraryActs = {
  readonly focus: (id: number) => void;
  readonly toggle: (id: number) => void;
  readonly add: (module: Module, withRequired: boolean) => void;
};

/** What a module of the library is called while it is dragged. */
export function libraryKey(moduleId: number): string {
  return `library ${moduleId}`;
}

/** One module that can be added, or that says where it stands already. */
export const LibraryRow = memo(function LibraryRow({
  module,
  index,
  number,
  lacking,
  stop,
  opened,
  acts,
}: {
  readonly module: Module;
  readonly index: number;
  /** Its number in the outline; null when it is not in it. */
  readonly number: number | null;
  /** How many modules it requires that are not in the outline. */
  readonly lacking: number;
  readonly stop: boolean;
  readonly opened: boolean;
  readonly acts: LibraryActs;
}) {
  function onClick(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    acts.toggle(module.id);
  }
  return (
    <Draggable draggableId={libraryKey(module.id)} index={index} isDragDisabled={number !== null}>
      {(drag, { isDragging }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Space for the focused row
        <div
          ref={drag.innerRef}
          {...drag.draggableProps}
          {...dragHandle(drag.dragHandleProps)}
          // Only what is dragged moves: the library keeps its order.
          style={isDragging ? drag.draggableProps.style : undefined}
          role="row"
          aria-rowindex={index + 1}
          data-row-id={module.id}
          data-in={number !== null || undefined}
          tabIndex={stop ? 0 : -1}
          className={classes.row}
          onFocus={() => acts.focus(module.id)}
          onClick={onClick}
        >
          <span role="gridcell" className={classes.what}>
            <ModuleLines module={module} />
            {opened ? <LibraryDetails module={module} /> : null}
          </span>
          <span role="gridcell" className={classes.acts}>
            {number === null ? (
              <AddButtons module={module} lacking={lacking} stop={stop} acts={acts} />
            ) : (
              <span className={classes.isIn} title={`Number ${number} of the outline`}>
                <IconCheck size={14} aria-hidden />
                <span className={panes.offscreen}>In the outline as number</span> {number}
              </span>
            )}
          </span>
        </div>
      )}
    </Draggable>
  );
});

function AddButtons({
  module,
  lacking,
  stop,
  acts,
}: {
  readonly module: Module;
  readonly lacking: number;
  readonly stop: boolean;
  readonly acts: LibraryActs;
}) {
  const required = `Add with the ${counted(lacking, 'module', 'modules')} that it requires`;
  return (
    <>
      {lacking === 0 ? null : (
        <Tooltip label={`${required} (Shift+Enter)`}>
          <ActionIcon
            tabIndex={stop ? 0 : -1}
            variant="subtle"
            aria-label={`${required}: ${module.title}`}
            onClick={() => acts.add(module, true)}
          >
            <IconPlaylistAdd size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <ActionIcon
        tabIndex={stop ? 0 : -1}
        variant="default"
        aria-label={`Add ${module.title}`}
        onClick={() => acts.add(module, false)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** A module in two lines, in the list and in the hand. */
export function ModuleLines({ module }: { readonly module: Module }) {
  return (
    <span className={classes.lines}>
      <span className={classes.mark} data-domain={module.domain} title={domainName(module.domain)} />
      <span className={classes.words}>
        <span className={classes.title}>{module.title}</span>
        <span className={classes.facts}>
          {module.code} · {formatMinutes(module.minutes)} · {formatName(module.format)}
        </span>
      </span>
    </span>
  );
}
