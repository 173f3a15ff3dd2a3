import {
  type BeforeCapture,
  DragDropContext,
  type DropResult,
  useMouseSensor,
  useTouchSensor,
} from '@hello-pangea/dnd';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { rowsOf, rowsUnder } from '../../../shared/curricula/outline-rows.ts';
import type { Draft } from '../draft/use-draft.ts';
import { InsightPane } from '../insight/InsightPane.tsx';
import type { Library } from '../library.ts';
import { LibraryPane } from './LibraryPane.tsx';
import { OutlinePane } from './OutlinePane.tsx';
import { LIBRARY, OUTLINE } from './outline-acts.ts';
import { addPlace } from './outline-words.ts';
import classes from './Panes.module.css';
import { meant } from './selection.ts';
import { useOutlineActs } from './use-outline-acts.ts';
import { useOutlineView } from './use-outline-view.ts';

/** The keyboard moves rows by keys of our own; dragging is for the pointer. */
const SENSORS = [useMouseSensor, useTouchSensor];

/** Library, outline and what it adds up to, side by side. */
export function Builder({
  draft,
  found,
  library,
}: {
  readonly draft: Draft;
  readonly found: Insight;
  readonly library: Library;
}) {
  const { items, schedule } = draft.content;
  const rows = useMemo(() => rowsOf(items), [items]);
  const view = useOutlineView(rows);
  const { acts, said } = useOutlineActs(draft, library, view.does);
  const place = addPlace(rows, view.active);
  const { lifted } = view;
  // What a section or a group holds goes along with its head: it would only be in the way.
  const hidden = useMemo(() => {
    return new Set(
      lifted === null || lifted === 'library' ? [] : rowsUnder(rows, lifted).map(({ key }) => key),
    );
  }, [lifted, rows]);

  function onBeforeCapture({ draggableId }: BeforeCapture): void {
    const row = rows.find(({ key }) => key === draggableId);
    // The places are measured right after this.
    flushSync(() => {
      view.does.lift(row?.key ?? LIBRARY);
      view.does.edit(null);
    });
  }

  function onDragEnd({ source, destination, draggableId }: DropResult): void {
    view.does.lift(null);
    if (destination?.droppableId !== OUTLINE) return;
    const row = rows.find(({ key }) => key === draggableId);
    const others = rows.filter(({ key }) => key !== row?.key && !hidden.has(key));
    const anchor = others[destination.index]?.key ?? null;
    if (row && source.droppableId === OUTLINE) {
      acts.moveBefore(meant(view.selection, row.key), anchor);
      view.does.focusRow(row.key);
      return;
    }
    const module = library.byId.get(Number(draggableId.split(' ')[1]));
    if (module) acts.add([module], anchor);
  }

  return (
    <DragDropContext
      onBeforeCapture={onBeforeCapture}
      onDragEnd={onDragEnd}
      enableDefaultSensors={false}
      sensors={SENSORS}
    >
      <div className={classes.builder}>
        <LibraryPane
          items={items}
          library={library}
          place={place}
          acts={acts}
          onForgetPlace={view.does.leave}
        />
        <OutlinePane
          items={items}
          rows={rows}
          hidden={hidden}
          gaps={found.gaps}
          weeks={schedule.weeks}
          library={library}
          acts={acts}
          view={view}
        />
        <InsightPane draft={draft} found={found} library={library} acts={acts} />
      </div>
      <span className={classes.offscreen} role="status">
        {said}
      </span>
    </DragDropContext>
  );
}
