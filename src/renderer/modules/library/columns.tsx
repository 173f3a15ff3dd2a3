import { IconClockExclamation } from '@tabler/icons-react';
import type { Module } from '../../../shared/contract/modules.ts';
import { DOMAINS } from '../../../shared/contract/primitives.ts';
import { quartersFromMinutes, type Rounding } from '../../../shared/credit/quarter-hours.ts';
import { formatName, TRACKS, trackName } from '../../../shared/curricula/words.ts';
import { formatCount, formatCreditsFixed, formatShortDate } from '../../../shared/format.ts';
import { type Column, DomainBadge } from '../../components/index.ts';
import { hasUnreviewedAi, moduleReview } from '../review.ts';
import { standings } from '../standing.ts';
import classes from './Library.module.css';

/** What the library shows of each module. */
export function libraryColumns(
  rounding: Rounding,
  today: string,
  /** Whether domain and track have room for columns of their own; else they stand in a second line. */
  roomy: boolean,
): readonly Column<Module>[] {
  return [
    {
      id: 'code',
      header: 'Code',
      width: 76,
      sortValue: ({ code }) => code,
      cell: ({ code }) => <span className={classes.code}>{code}</span>,
    },
    {
      id: 'title',
      header: 'Module',
      width: 'minmax(220px, 3fr)',
      sortValue: ({ title }) => title,
      cell: (module) => (
        <div className={classes.twoLines}>
          <span className={classes.strong} title={module.title}>
            {module.title}
          </span>
          <span className={classes.soft}>
            {roomy ? null : <DomainBadge domain={module.domain} />}
            {standings(module).length > 0 ? <span>{standings(module).join(', ')}</span> : null}
            {hasUnreviewedAi(module) ? <span className={classes.alert}>AI use not reviewed</span> : null}
          </span>
        </div>
      ),
    },
    ...(roomy ? [domainColumn, trackColumn] : []),
    {
      id: 'format',
      header: 'Format',
      width: roomy ? 148 : 124,
      // What is due matters more than how it is taught.
      hideBelow: 720,
      sortValue: ({ format }) => formatName(format),
      cell: ({ format, track }) => (
        <div className={classes.twoLines}>
          <span>{formatName(format)}</span>
          {roomy ? null : <span className={classes.soft}>{trackName(track)}</span>}
        </div>
      ),
    },
    {
      id: 'minutes',
      header: 'Minutes',
      width: 72,
      align: 'right',
      sortValue: ({ minutes }) => minutes,
      cell: ({ minutes }) => formatCount(minutes),
    },
    {
      id: 'credits',
      header: 'Credits',
      width: 68,
      align: 'right',
      hideBelow: 860,
      sortValue: ({ minutes }) => quartersFromMinutes(minutes, rounding),
      cell: ({ minutes }) => formatCreditsFixed(quartersFromMinutes(minutes, rounding)),
    },
    {
      id: 'review',
      header: 'Review by',
      width: 124,
      // Modules that nobody has to look at come last.
      sortValue: ({ reviewBy }) => reviewBy ?? '9999-12-31',
      cell: (module) => <ReviewBy module={module} today={today} />,
    },
  ];
}

const domainColumn: Column<Module> = {
  id: 'domain',
  header: 'Domain',
  width: 188,
  sortValue: ({ domain }) => DOMAINS.indexOf(domain),
  cell: ({ domain }) => <DomainBadge domain={domain} />,
};

const trackColumn: Column<Module> = {
  id: 'track',
  header: 'Track',
  width: 120,
  sortValue: ({ track }) => TRACKS.indexOf(track),
  cell: ({ track }) => trackName(track),
};

const STATE_WORDS = { overdue: 'Overdue', soon: 'Due soon' } as const;

function ReviewBy({ module, today }: { readonly module: Module; readonly today: string }) {
  if (module.reviewBy === null) return <span className={classes.code}>Not set</span>;
  const state = moduleReview(module, today);
  return (
    <span className={classes.review} data-state={state}>
      {formatShortDate(module.reviewBy)}
      {state === 'overdue' || state === 'soon' ? (
        <IconClockExclamation
          size={16}
          role="img"
          aria-label={STATE_WORDS[state]}
          title={STATE_WORDS[state]}
        />
      ) : null}
    </span>
  );
}
