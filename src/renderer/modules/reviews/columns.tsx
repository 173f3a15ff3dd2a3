import { daysBetween } from '../../../shared/activities/schedule.ts';
import type { Module } from '../../../shared/contract/modules.ts';
import { counted, formatShortDate } from '../../../shared/format.ts';
import { reviewMonths } from '../../../shared/modules/review-cycle.ts';
import { type Column, DomainBadge } from '../../components/index.ts';
import { hasUnreviewedAi } from '../review.ts';
import classes from './Reviews.module.css';

/** What the worklist shows of each module. */
export function reviewColumns(today: string): readonly Column<Module>[] {
  return [
    {
      id: 'code',
      header: 'Code',
      width: 88,
      sortValue: ({ code }) => code,
      cell: ({ code }) => <span className={classes.soft}>{code}</span>,
    },
    {
      id: 'title',
      header: 'Module',
      width: 'minmax(220px, 1fr)',
      sortValue: ({ title }) => title,
      cell: (module) => (
        <div className={classes.twoLines}>
          <span className={classes.strong} title={module.title}>
            {module.title}
          </span>
          <span className={classes.second}>
            <DomainBadge domain={module.domain} />
            {hasUnreviewedAi(module) ? <span className={classes.alert}>AI use not reviewed</span> : null}
          </span>
        </div>
      ),
    },
    {
      id: 'last',
      header: 'Last reviewed',
      width: 128,
      sortValue: ({ lastReviewed }) => lastReviewed ?? '',
      cell: ({ lastReviewed }) => (lastReviewed === null ? 'Not yet' : formatShortDate(lastReviewed)),
    },
    {
      id: 'review',
      header: 'Review by',
      width: 148,
      sortValue: ({ reviewBy }) => reviewBy ?? '9999-12-31',
      cell: ({ reviewBy }) =>
        reviewBy === null ? (
          'Not set'
        ) : (
          <div className={classes.twoLines}>
            <span>{formatShortDate(reviewBy)}</span>
            <span className={reviewBy < today ? classes.alert : classes.soft}>
              {distance(reviewBy, today)}
            </span>
          </div>
        ),
    },
    {
      id: 'cycle',
      header: 'Usual cycle',
      width: 128,
      hideBelow: 760,
      sortValue: reviewMonths,
      cell: (module) => (reviewMonths(module) === 6 ? 'Six months' : 'Twelve months'),
    },
  ];
}

function distance(reviewBy: string, today: string): string {
  const days = daysBetween(today, reviewBy);
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day', 'days')} overdue` : `in ${counted(days, 'day', 'days')}`;
}
