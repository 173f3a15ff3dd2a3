import { Checkbox } from '@mantine/core';
import type { Module } from '../../../shared/contract/modules.ts';
import { audienceName } from '../../../shared/curricula/words.ts';
import { REVIEW_SOON_DAYS, type ReviewState } from '../../../shared/modules/review-cycle.ts';
import type { LibraryFilter } from './kept-filter.ts';
import classes from './Library.module.css';
import { Narrow } from './Narrow.tsx';

const REVIEW_STATES: readonly ReviewState[] = ['overdue', 'soon', 'later', 'unset'];

/** Where a review stands, in words. */
function reviewStateName(state: ReviewState): string {
  switch (state) {
    case 'overdue':
      return 'Overdue';
    case 'soon':
      return `Due in ${REVIEW_SOON_DAYS} days`;
    case 'later':
      return 'Later';
    case 'unset':
      return 'No date';
  }
}

/** Filters that are needed now and then: review, specialty, use, AI. */
export function MoreFilters({
  modules,
  filter,
  onChange,
}: {
  readonly modules: readonly Module[];
  readonly filter: LibraryFilter;
  readonly onChange: (change: Partial<LibraryFilter>) => void;
}) {
  const specialties = [...new Set(modules.flatMap(({ specialtyFocus }) => specialtyFocus))].toSorted();
  return (
    <div className={classes.more}>
      <Narrow
        label="Review"
        any="Any review date"
        values={REVIEW_STATES}
        name={reviewStateName}
        value={filter.review}
        onChange={(review) => onChange({ review })}
      />
      <Narrow
        label="Specialty focus"
        any="Any specialty"
        values={specialties}
        name={audienceName}
        value={filter.specialty}
        onChange={(specialty) => onChange({ specialty })}
      />
      <Narrow
        label="Use"
        any="Used or not"
        values={['used', 'unused'] as const}
        name={(use) => (use === 'used' ? 'Used somewhere' : 'Used nowhere')}
        value={filter.use}
        onChange={(use) => onChange({ use })}
      />
      <Checkbox
        className={classes.check ?? ''}
        label="AI use not reviewed"
        checked={filter.aiUnreviewed}
        onChange={(event) => onChange({ aiUnreviewed: event.currentTarget.checked })}
      />
    </div>
  );
}

/** How many of these filters are at work. */
export function furtherFilters({ review, specialty, use, aiUnreviewed }: LibraryFilter): number {
  return [review !== null, specialty !== null, use !== null, aiUnreviewed].filter(Boolean).length;
}
