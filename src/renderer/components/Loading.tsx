import { Loader } from '@mantine/core';
import classes from './Loading.module.css';

/** Something is on its way. Appears only after a moment, so that quick answers do not flash. */
export function Loading() {
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden />
      <span>Loading</span>
    </div>
  );
}
