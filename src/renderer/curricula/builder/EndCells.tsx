import type { ElectivesItem } from '../../../shared/curricula/outline-rows.ts';
import classes from './OutlineRow.module.css';

/** The foot of a group: where its options end and where more can be dropped. */
export function EndCells({ group }: { readonly group: ElectivesItem }) {
  return (
    <span className={classes.endLine} data-empty={group.options.length === 0 || undefined}>
      <span className={classes.endWords}>
        {group.options.length === 0
          ? `Drag modules here to offer them in “${group.title}”`
          : `Drop here to add to “${group.title}”`}
      </span>
    </span>
  );
}
