import type { ReactNode } from 'react';
import classes from './ListFilters.module.css';
import { SearchField, type SearchFieldProps } from './SearchField.tsx';

/**
 * Stands over a list, always in the same order: the search, what else narrows the list, how much is left of it, and
 * what can be done with all of it.
 */
export function ListFilters({
  search,
  children,
  count,
  end,
}: {
  readonly search?: SearchFieldProps;
  /** Further choices that narrow the list. */
  readonly children?: ReactNode;
  /** How many fit, with their noun: `12 people`. Read out when it changes. */
  readonly count?: string;
  /** Few buttons that concern the whole list. */
  readonly end?: ReactNode;
}) {
  return (
    <div className={classes.bar}>
      {search ? (
        <div className={classes.search}>
          <SearchField {...search} />
        </div>
      ) : null}
      {children}
      {count || end ? (
        <div className={classes.end}>
          {count ? (
            <span className={classes.count} role="status">
              {count}
            </span>
          ) : null}
          {end}
        </div>
      ) : null}
    </div>
  );
}
