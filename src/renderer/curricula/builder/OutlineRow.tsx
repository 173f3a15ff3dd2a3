import { Draggable } from '@hello-pangea/dnd';
import { type MouseEvent, memo, useState } from 'react';
import type { OutlineRow as Row } from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import { dragHandle } from './drag-handle.ts';
import { ElectivesCells } from './ElectivesCells.tsx';
import { EndCells } from './EndCells.tsx';
import { ModuleCells } from './ModuleCells.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import classes from './OutlineRow.module.css';
import { rowTitle } from './outline-words.ts';
import { RowActs } from './RowActs.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import type { RowContext, RowState } from './row-context.ts';
import { SectionCells } from './SectionCells.tsx';

/**
 * One line of the outline. It is drawn again only when something that it shows changes: `context` never does, and edits of
 * an outline leave the entries that they do not touch as they are.
 */
export const OutlineRow = memo(
  function OutlineRow({ row, index, state, context }: RowProps) {
    const { view, library } = context;
    const [near, setNear] = useState(false);
    function onClick(event: MouseEvent): void {
      if (isControl(event.target)) return;
      view.click(row.key, { also: event.ctrlKey || event.metaKey, range: event.shiftKey });
    }
    function onDoubleClick(event: MouseEvent): void {
      if (isControl(event.target) || row.kind === 'end') return;
      view.edit({ key: row.key, part: row.kind === 'module' ? 'note' : 'title' });
    }
    if (row.kind === 'end')
      return (
        <Draggable draggableId={row.key} index={index} isDragDisabled>
          {(drag) => (
            <div
              ref={drag.innerRef}
              {...drag.draggableProps}
              {...dragHandle(drag.dragHandleProps)}
              role="presentation"
              className={classes.end}
            >
              <EndCells group={row.group} />
            </div>
          )}
        </Draggable>
      );
    return (
      <Draggable draggableId={row.key} index={index}>
        {(drag, { isDragging }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers the keys of the focused row
          <div
            ref={drag.innerRef}
            {...drag.draggableProps}
            {...dragHandle(drag.dragHandleProps)}
            role="row"
            aria-selected={state.chosen}
            data-row-key={row.key}
            data-kind={row.kind}
            data-option={(row.kind === 'module' && row.group !== null) || undefined}
            data-chosen={state.chosen || undefined}
            data-dragging={isDragging || undefined}
            data-left={(state.goesAlong && !isDragging) || undefined}
            tabIndex={state.stop ? 0 : -1}
            className={classes.row}
            onPointerEnter={() => setNear(true)}
            onPointerLeave={() => setNear(false)}
            onFocus={(event) => {
              if (event.target === event.currentTarget) view.onFocusRow(row.key);
            }}
            onMouseDown={(event) => {
              // With Shift the browser would mark the words between.
              if (event.shiftKey && !isControl(event.target)) event.preventDefault();
            }}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
          >
            <div role="gridcell" className={classes.main}>
              <Cells row={row} state={state} context={context} />
              {state.editing === 'note' ? <NoteEditor row={row} context={context} /> : null}
              {state.editing === 'rule' && row.kind === 'electives' ? (
                <RuleEditor group={row.group} context={context} />
              ) : null}
            </div>
            <div role="gridcell" className={classes.acts} data-open={state.menu || undefined}>
              {/* Hundreds of rows have buttons, and one or two can be reached at a time. */}
              {near || state.stop || state.menu ? (
                <RowActs row={row} state={state} context={context} title={rowTitle(row, library.byId)} />
              ) : null}
            </div>
            {isDragging && state.together > 1 ? (
              <span className={classes.together}>{counted(state.together, 'line', 'lines')}</span>
            ) : null}
          </div>
        )}
      </Draggable>
    );
  },
  (before, after) =>
    sameRow(before.row, after.row) &&
    before.index === after.index &&
    before.context === after.context &&
    STATE_PARTS.every((part) => before.state[part] === after.state[part]),
);

type RowProps = {
  readonly row: Row;
  readonly index: number;
  readonly state: RowState;
  readonly context: RowContext;
};

const STATE_PARTS = [
  'stop',
  'chosen',
  'together',
  'goesAlong',
  'editing',
  'menu',
  'gap',
  'summary',
] as const satisfies readonly (keyof RowState)[];

function Cells({ row, state, context }: Omit<RowProps, 'index'>) {
  switch (row.kind) {
    case 'section':
      return <SectionCells section={row.section} state={state} context={context} />;
    case 'electives':
      return <ElectivesCells group={row.group} state={state} context={context} />;
    case 'module':
      return <ModuleCells row={row} state={state} context={context} />;
    case 'end':
      return null;
  }
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, textarea, [role="menu"]') !== null;
}

function sameRow(one: Row, other: Row): boolean {
  if (one.key !== other.key) return false;
  if (one.kind === 'module' && other.kind === 'module')
    return one.entry === other.entry && one.number === other.number && one.group?.key === other.group?.key;
  if (one.kind === 'section' && other.kind === 'section') return one.section === other.section;
  return one.kind !== 'module' &&
    other.kind !== 'module' &&
    one.kind !== 'section' &&
    other.kind !== 'section'
    ? one.group === other.group
    : false;
}
