import { Droppable } from '@hello-pangea/dnd';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { withPrerequisites } from '../../../shared/curricula/outline-mending.ts';
import type { Library } from '../library.ts';
import classes from './Library.module.css';
import { type LibraryActs, LibraryRow, libraryKey, ModuleLines } from './LibraryRow.tsx';
import { LIBRARY } from './outline-acts.ts';
import panes from './Panes.module.css';
import { type LibraryRows, rowId } from './use-library-rows.ts';

/** The modules that were found. However many there are, only those in view are drawn. */
export function LibraryList({
  label,
  modules,
  library,
  numbers,
  rows,
  onAdd,
  none,
}: {
  /** The id of the heading that names it. */
  readonly label: string;
  readonly modules: readonly Module[];
  readonly library: Library;
  /** The place in the outline of every module that is in it. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly rows: LibraryRows;
  readonly onAdd: (module: Module, withRequired: boolean) => void;
  /** Stands where nothing was found. */
  readonly none: ReactNode;
}) {
  const [opened, setOpened] = useState<number | null>(null);
  const latest = useRef({ onAdd, onFocus: rows.onFocus });
  latest.current = { onAdd, onFocus: rows.onFocus };
  const acts = useMemo(
    (): LibraryActs => ({
      focus: (id) => latest.current.onFocus(id),
      toggle: (id) => setOpened((known) => (known === id ? null : id)),
      add: (module, withRequired) => latest.current.onAdd(module, withRequired),
    }),
    [],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const id = rowId(event);
    const module = id === null ? undefined : library.byId.get(id);
    if (!module || rows.onArrow(event)) return;
    if (event.key === 'Enter') onAdd(module, event.shiftKey);
    else if (event.key === ' ') acts.toggle(module.id);
    else return;
    event.preventDefault();
  }

  return (
    <Droppable
      droppableId={LIBRARY}
      isDropDisabled
      mode="virtual"
      renderClone={(drag, _, { source }) => {
        const module = modules[source.index];
        return (
          <div ref={drag.innerRef} {...drag.draggableProps} className={classes.clone}>
            {module ? <ModuleLines module={module} /> : null}
          </div>
        );
      }}
    >
      {(drop, { draggingFromThisWith }) => (
        <div
          ref={(element) => {
            drop.innerRef(element);
            rows.scroller.current = element;
          }}
          {...drop.droppableProps}
          className={panes.scroll}
        >
          {modules.length === 0 ? (
            none
          ) : (
            <div
              role="grid"
              aria-labelledby={label}
              aria-rowcount={modules.length}
              className={classes.rows}
              style={{ height: rows.virtual.getTotalSize() }}
              onKeyDown={onKeyDown}
            >
              {rows.virtual.getVirtualItems().map(({ index, start, size }) => {
                const module = modules[index];
                if (!module) return null;
                const number = numbers.get(module.id) ?? null;
                return (
                  <div
                    key={module.id}
                    ref={rows.virtual.measureElement}
                    data-index={index}
                    className={classes.slot}
                    // Its place stays open while it is dragged.
                    style={{
                      transform: `translateY(${start}px)`,
                      minHeight: draggingFromThisWith === libraryKey(module.id) ? size : undefined,
                    }}
                  >
                    <LibraryRow
                      module={module}
                      index={index}
                      number={number}
                      lacking={
                        number === null ? withPrerequisites(module, numbers, library.byCode).length - 1 : 0
                      }
                      stop={module.id === rows.stop}
                      opened={module.id === opened}
                      acts={acts}
                    />
                  </div>
                );
              })}
            </div>
          )}
        </div>
      )}
    </Droppable>
  );
}
