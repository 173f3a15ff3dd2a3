import { IconGripVertical } from '@tabler/icons-react';
import classes from './OutlineRow.module.css';

/** Shows that a row can be taken hold of. */
export function Grip() {
  return <IconGripVertical size={14} aria-hidden className={classes.grip} />;
}
