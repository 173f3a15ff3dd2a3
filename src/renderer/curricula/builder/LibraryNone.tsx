import { Button } from '@mantine/core';
import { Link } from 'wouter';
import classes from './Library.module.css';

/** What to do when the library shows nothing. */
export function LibraryNone({
  filtered,
  onShowAll,
}: {
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}) {
  return (
    <div className={classes.none}>
      <p>{filtered ? 'No module fits this search.' : 'The library is empty. Write a module first.'}</p>
      {filtered ? (
        <Button variant="default" size="compact-sm" onClick={onShowAll}>
          Show all modules
        </Button>
      ) : (
        <Button component={Link} href="/modules/new" variant="default" size="compact-sm">
          New module
        </Button>
      )}
    </div>
  );
}
