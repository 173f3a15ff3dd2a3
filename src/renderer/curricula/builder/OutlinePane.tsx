import { Droppable } from '@hello-pangea/dnd';
import { Kbd, Title } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useLocation } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import { counted } from '../../../shared/format.ts';
import classes from './Builder.module.css';
import { OutlineRow } from './OutlineRow.tsx';
import { OUTLINE, type OutlineActs } from './outline-acts.ts';
import { useRows } from './use-rows.ts';

/** The modules of the curriculum in the order in which they are taught. */
export function OutlinePane({
  outline,
  gaps,
  acts,
}: {
  readonly outline: readonly Module[];
  readonly gaps: readonly PrerequisiteGap[];
  readonly acts: OutlineActs;
}) {
  const [, navigate] = useLocation();
  const heading = useId();
  const rows = useRows(outline.map(({ id }) => id));

  function move(index: number, to: number): void {
    const module = outline[index];
    if (!module || to < 0 || to >= outline.length) return;
    acts.move(index, to);
    rows.focusRow(module.id);
  }

  function remove(index: number): void {
    const next = outline[index + 1] ?? outline[index - 1];
    acts.remove(index);
    if (next) rows.focusRow(next.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = rows.rowOf(event);
    const index = outline.findIndex((module) => module.id === id);
    if (index < 0 || rows.onArrow(event)) return;
    if (event.altKey && event.key === 'ArrowUp') move(index, index - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(index, index + 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else if (event.key === 'Enter') navigate(`/modules/${id}`);
    else return;
    event.preventDefault();
  }

  return (
    <section className={classes.pane} aria-labelledby={heading}>
      <div className={classes.paneHead}>
        <Title order={2} id={heading}>
          Outline
        </Title>
        <span className={classes.soft}>{counted(outline.length, 'module', 'modules')}</span>
      </div>
      <Droppable droppableId={OUTLINE}>
        {(drop, { isDraggingOver }) => (
          <div
            ref={(element) => {
              drop.innerRef(element);
              rows.list.current = element;
            }}
            {...drop.droppableProps}
            className={classes.scroll}
            data-over={isDraggingOver || undefined}
          >
            {outline.length === 0 && !isDraggingOver ? (
              <div className={classes.emptyOutline}>
                <IconListNumbers size={28} aria-hidden />
                <p>Nothing is in the outline yet.</p>
                <p className={classes.soft}>
                  Find a module in the library and press + or Enter, or drag it here.
                </p>
              </div>
            ) : null}
            {outline.length === 0 ? null : (
              <div role="grid" aria-labelledby={heading} onKeyDown={onKeyDown}>
                {outline.map((module, index) => (
                  <OutlineRow
                    key={module.id}
                    module={module}
                    index={index}
                    last={outline.length - 1}
                    gaps={gaps.filter(({ moduleCode }) => moduleCode === module.code)}
                    stop={module.id === rows.stop}
                    onFocus={() => rows.onFocusRow(module.id)}
                    onMove={(to) => move(index, to)}
                    onRemove={() => remove(index)}
                  />
                ))}
              </div>
            )}
            {drop.placeholder}
          </div>
        )}
      </Droppable>
      {outline.length === 0 ? null : (
        <p className={classes.keys}>
          <span>
            <Kbd size="xs">Alt</Kbd> <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> move
          </span>
          <span>
            <Kbd size="xs">Delete</Kbd> remove
          </span>
          <span>
            <Kbd size="xs">Enter</Kbd> open
          </span>
        </p>
      )}
    </section>
  );
}
