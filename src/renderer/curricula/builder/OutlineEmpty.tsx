import { IconListNumbers } from '@tabler/icons-react';
import classes from './Outline.module.css';
import panes from './Panes.module.css';

/** What to do with an outline that holds nothing. */
export function OutlineEmpty() {
  return (
    <div className={classes.empty}>
      <IconListNumbers size={28} aria-hidden />
      <p>Nothing is in the outline yet.</p>
      <p className={panes.soft}>
        Find a module in the library and press + or Enter, or drag it here. Or start with a section.
      </p>
    </div>
  );
}
