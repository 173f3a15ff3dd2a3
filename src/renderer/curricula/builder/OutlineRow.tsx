import { Draggable } from '@hello-pangea/dnd';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconGripVertical,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/curricula.ts';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import { domainName, formatName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import classes from './Builder.module.css';
import { dragHandle } from './drag-handle.ts';

/** One module in its place. Moves by dragging, by its menu, and by Alt with an arrow. */
export const OutlineRow = memo(function OutlineRow({
  module,
  index,
  last,
  gaps,
  stop,
  onFocus,
  onMove,
  onRemove,
}: {
  readonly module: Module;
  readonly index: number;
  readonly last: number;
  readonly gaps: readonly PrerequisiteGap[];
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}) {
  return (
    <Draggable draggableId={`outline ${module.id}`} index={index}>
      {(drag, { isDragging }) => (
        <div
          ref={drag.innerRef}
          {...drag.draggableProps}
          {...dragHandle(drag.dragHandleProps)}
          role="row"
          data-row-id={module.id}
          data-dragging={isDragging || undefined}
          data-gap={gaps.length > 0 || undefined}
          tabIndex={stop ? 0 : -1}
          className={classes.outlineRow}
          onFocus={onFocus}
        >
          <span role="gridcell" className={classes.place}>
            <IconGripVertical size={14} aria-hidden className={classes.grip} />
            <span className={classes.number}>{index + 1}</span>
          </span>
          <span role="gridcell" className={classes.what}>
            <span className={classes.mark} data-domain={module.domain} title={domainName(module.domain)} />
            <span className={classes.words}>
              <span className={classes.title}>{module.title}</span>
              <span className={classes.facts}>
                {module.code} · {formatName(module.format)}
                {module.retired ? ' · no longer in the library' : ''}
              </span>
              {gaps.length > 0 ? (
                <span className={classes.gapLine}>
                  <IconAlertTriangle size={14} aria-hidden />
                  {gaps.map(({ prerequisite }) => prerequisite).join(', ')} has to come first
                </span>
              ) : null}
            </span>
          </span>
          <span role="gridcell" className={classes.minutes}>
            {formatMinutes(module.minutes)}
          </span>
          <span role="gridcell" className={classes.hoverActs}>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon tabIndex={stop ? 0 : -1} color="gray" aria-label={`Move or open ${module.title}`}>
                  <IconDots size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconArrowUp size={16} aria-hidden />}
                  disabled={index === 0}
                  onClick={() => onMove(index - 1)}
                >
                  Move up
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconArrowDown size={16} aria-hidden />}
                  disabled={index === last}
                  onClick={() => onMove(index + 1)}
                >
                  Move down
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconArrowBarToUp size={16} aria-hidden />}
                  disabled={index === 0}
                  onClick={() => onMove(0)}
                >
                  Move to the start
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconArrowBarToDown size={16} aria-hidden />}
                  disabled={index === last}
                  onClick={() => onMove(last)}
                >
                  Move to the end
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item
                  component={Link}
                  href={`/modules/${module.id}`}
                  leftSection={<IconPencil size={16} aria-hidden />}
                >
                  Open the module
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <ActionIcon
              tabIndex={stop ? 0 : -1}
              color="gray"
              aria-label={`Remove ${module.title}`}
              onClick={onRemove}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </span>
        </div>
      )}
    </Draggable>
  );
});
