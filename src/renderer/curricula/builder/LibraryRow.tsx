import { Draggable } from '@hello-pangea/dnd';
import { ActionIcon, Anchor } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import { domainName, formatName, trackName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import classes from './Builder.module.css';
import { dragHandle } from './drag-handle.ts';

/** One module that can be added, or that says where it stands already. */
export const LibraryRow = memo(function LibraryRow({
  module,
  index,
  place,
  stop,
  opened,
  onFocus,
  onToggle,
  onAdd,
}: {
  readonly module: Module;
  readonly index: number;
  /** Its number in the outline; null when it is not in it. */
  readonly place: number | null;
  readonly stop: boolean;
  readonly opened: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onAdd: () => void;
}) {
  function onClick(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    onToggle();
  }
  return (
    <Draggable draggableId={`library ${module.id}`} index={index} isDragDisabled={place !== null}>
      {(drag, { isDragging }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it answers Space for the focused row
        <div
          ref={drag.innerRef}
          {...drag.draggableProps}
          {...dragHandle(drag.dragHandleProps)}
          // Only what is dragged moves: the library keeps its order.
          style={isDragging ? drag.draggableProps.style : undefined}
          role="row"
          data-row-id={module.id}
          data-dragging={isDragging || undefined}
          data-in={place !== null || undefined}
          tabIndex={stop ? 0 : -1}
          className={classes.libraryRow}
          onFocus={onFocus}
          onClick={onClick}
        >
          <span role="gridcell" className={classes.what}>
            <span className={classes.mark} data-domain={module.domain} title={domainName(module.domain)} />
            <span className={classes.words}>
              <span className={classes.title}>{module.title}</span>
              <span className={classes.facts}>
                {module.code} · {formatMinutes(module.minutes)} · {formatName(module.format)}
              </span>
              {opened ? <Details module={module} /> : null}
            </span>
          </span>
          <span role="gridcell" className={classes.rowActs}>
            {place === null ? (
              <ActionIcon
                tabIndex={stop ? 0 : -1}
                variant="default"
                aria-label={`Add ${module.title}`}
                onClick={onAdd}
              >
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            ) : (
              <span className={classes.isIn} title={`Number ${place} of the outline`}>
                <IconCheck size={14} aria-hidden />
                <span className={classes.offscreen}>In the outline as number</span> {place}
              </span>
            )}
          </span>
        </div>
      )}
    </Draggable>
  );
});

function Details({ module }: { readonly module: Module }) {
  const facts = [
    ['Domain', domainName(module.domain)],
    ['Track', trackName(module.track)],
    ['Competencies', module.competencies.map(({ code, level }) => `${code} level ${level}`).join(', ')],
    ['Requires', module.prerequisites.join(', ')],
  ] as const;
  return (
    <span className={classes.details}>
      <span>{module.description}</span>
      {facts.map(([label, value]) =>
        value === '' ? null : (
          <span key={label}>
            <span className={classes.soft}>{label}:</span> {value}
          </span>
        ),
      )}
      <Anchor component={Link} href={`/modules/${module.id}`} size="xs">
        Open the module
      </Anchor>
    </span>
  );
}
