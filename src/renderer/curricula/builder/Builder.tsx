import { DragDropContext, type DropResult, useMouseSensor, useTouchSensor } from '@hello-pangea/dnd';
import { useState } from 'react';
import type { Module } from '../../../shared/contract/curricula.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted } from '../../../shared/format.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import classes from './Builder.module.css';
import { InsightPane } from './InsightPane.tsx';
import { LibraryPane } from './LibraryPane.tsx';
import { OutlinePane } from './OutlinePane.tsx';
import { OUTLINE, type OutlineActs } from './outline-acts.ts';
import { withAdded, withAllMended, withGapMended, withMoved } from './outline-edits.ts';

/** The keyboard moves modules by keys of our own; dragging is for the pointer. */
const SENSORS = [useMouseSensor, useTouchSensor];

/** Library, outline and what it adds up to, side by side. */
export function Builder({
  draft,
  outline,
  found,
  library,
}: {
  readonly draft: Draft;
  readonly outline: readonly Module[];
  readonly found: Insight;
  readonly library: Library;
}) {
  const [said, setSaid] = useState('');

  function put(label: string, next: readonly Module[]): void {
    draft.edit(label, { moduleIds: next.map(({ id }) => id) });
    setSaid(label);
  }

  const offered = library.modules.filter(({ retired }) => !retired);
  const acts: OutlineActs = {
    add(modules, at) {
      const next = withAdded(outline, modules, at);
      const [first] = modules;
      if (!first || next.length === outline.length) return setSaid('Already in the curriculum.');
      const place = next.indexOf(first) + 1;
      const what = modules.length === 1 ? first.title : counted(modules.length, 'module', 'modules');
      put(`Added ${what} as number ${place}`, next);
    },
    move(from, to) {
      const module = outline[from];
      const next = withMoved(outline, from, to);
      if (!module || next.indexOf(module) === from) return;
      put(`Moved ${module.title} to number ${next.indexOf(module) + 1}`, next);
    },
    remove(index) {
      const module = outline[index];
      if (module) put(`Removed ${module.title}`, outline.toSpliced(index, 1));
    },
    mend(gap) {
      const next = withGapMended(outline, gap, offered);
      const title = library.byCode.get(gap.prerequisite)?.title ?? gap.prerequisite;
      const what = gap.kind === 'missing' ? 'Added' : 'Moved';
      put(`${what} ${title} before ${gap.moduleTitle}`, next);
    },
    mendAll() {
      put('Mended the prerequisites', withAllMended(outline, offered));
    },
  };

  function onDragEnd({ source, destination, draggableId }: DropResult): void {
    if (destination?.droppableId !== OUTLINE) return;
    const module = library.byId.get(Number(draggableId.split(' ')[1]));
    if (source.droppableId === OUTLINE) acts.move(source.index, destination.index);
    else if (module) acts.add([module], destination.index);
  }

  return (
    <DragDropContext onDragEnd={onDragEnd} enableDefaultSensors={false} sensors={SENSORS}>
      <div className={classes.builder}>
        <LibraryPane modules={library.modules} outline={outline} onAdd={(module) => acts.add([module])} />
        <OutlinePane outline={outline} gaps={found.gaps} acts={acts} />
        <InsightPane draft={draft} outline={outline} found={found} library={library} acts={acts} />
      </div>
      <span className={classes.offscreen} role="status">
        {said}
      </span>
    </DragDropContext>
  );
}
