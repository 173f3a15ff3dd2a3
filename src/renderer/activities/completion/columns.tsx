import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CompletionRow } from '../../../shared/contract/activities.ts';
import { formatCredits, formatCreditsFixed, formatShortDate } from '../../../shared/format.ts';
import { type Column, StatusBadge } from '../../components/index.ts';
import classes from '../Activities.module.css';
import { CommitField } from '../CommitField.tsx';
import { readCredits, readPercent } from '../credit-text.ts';
import type { Recorded } from './SelectionBar.tsx';

/** The columns of the completion table; scores and evaluations only where the activity uses them. */
export function completionColumns(options: {
  readonly name: Column<CompletionRow>;
  readonly scores: boolean;
  readonly evaluations: boolean;
  readonly onOpen: (row: CompletionRow) => void;
  readonly onRecord: (row: CompletionRow, recorded: Recorded) => void;
}): readonly Column<CompletionRow>[] {
  const { name, scores, evaluations, onOpen, onRecord } = options;
  return [
    name,
    {
      id: 'state',
      header: 'Completion',
      width: 'minmax(184px, 1.4fr)',
      sortValue: ({ complete, missing }) => (complete ? '' : (missing[0]?.sentence ?? '')),
      cell: (row) => <Standing row={row} />,
    },
    {
      id: 'attended',
      header: 'Attended',
      width: 88,
      hideBelow: 860,
      align: 'right',
      sortValue: ({ minutesCounted }) => minutesCounted,
      cell: ({ minutesAttended, minutesCounted, minutesOffered }) => (
        <span
          title={
            minutesAttended === minutesCounted
              ? undefined
              : `Of what is asked. Credit comes from all ${minutesAttended} minutes attended.`
          }
        >
          {minutesCounted} / {minutesOffered}
        </span>
      ),
    },
    ...(scores ? [scoreColumn(onRecord)] : []),
    ...(evaluations ? [evaluationColumn(onRecord)] : []),
    {
      id: 'earned',
      header: 'Earned',
      width: 64,
      align: 'right',
      sortValue: ({ earnedQuarters }) => earnedQuarters,
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="subtle"
          tabIndex={-1}
          aria-label={
            row.kind === 'cme'
              ? `${formatCreditsFixed(row.earnedQuarters)} credits earned by ${row.name}: show the sum`
              : `${formatCreditsFixed(row.earnedQuarters)} credit hours attended by ${row.name}: show the sum`
          }
          onClick={() => onOpen(row)}
        >
          {row.kind === 'cme' ? (
            formatCreditsFixed(row.earnedQuarters)
          ) : (
            <span className={classes.softInline}>{formatCreditsFixed(row.earnedQuarters)}</span>
          )}
        </Button>
      ),
    },
    claimColumn(onRecord),
    {
      id: 'certificate',
      header: 'Certificate',
      width: 140,
      hideBelow: 1060,
      sortValue: ({ certificateNumber }) => certificateNumber ?? '',
      cell: ({ certificateId, certificateNumber }) =>
        certificateId === null ? null : (
          <Link href={`/certificates/${certificateId}`}>{certificateNumber}</Link>
        ),
    },
  ];
}

type OnRecord = (row: CompletionRow, recorded: Recorded) => void;

function scoreColumn(onRecord: OnRecord): Column<CompletionRow> {
  return {
    id: 'score',
    header: 'Score, %',
    width: 72,
    align: 'right',
    sortValue: ({ assessmentPercent }) => assessmentPercent ?? -1,
    cell: (row) => (
      <CommitField
        label={`Assessment score of ${row.name}, in percent`}
        value={row.assessmentPercent}
        show={String}
        read={readPercent}
        problem={() => 'Type a score from 0 to 100.'}
        onCommit={(assessmentPercent) => onRecord(row, { assessmentPercent })}
        align="right"
      />
    ),
  };
}

function evaluationColumn(onRecord: OnRecord): Column<CompletionRow> {
  return {
    id: 'evaluation',
    header: 'Evaluation',
    width: 124,
    sortValue: ({ evaluationReturnedOn }) => evaluationReturnedOn ?? '',
    cell: (row) => (
      <CommitField
        label={`Day on which ${row.name} returned the evaluation`}
        type="date"
        value={row.evaluationReturnedOn}
        show={(date) => date}
        read={(text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)}
        problem={() => 'Choose a day.'}
        onCommit={(evaluationReturnedOn) => onRecord(row, { evaluationReturnedOn })}
      />
    ),
  };
}

function claimColumn(onRecord: OnRecord): Column<CompletionRow> {
  return {
    id: 'claimed',
    header: 'Claimed',
    width: 104,
    align: 'right',
    sortValue: ({ claimedQuarters }) => claimedQuarters ?? -1,
    cell: (row) =>
      row.kind === 'cme' || row.claimedQuarters !== null ? (
        <CommitField
          label={`Credits claimed by ${row.name}`}
          value={row.claimedQuarters}
          show={formatCredits}
          read={(text) => {
            const quarters = readCredits(text);
            return quarters !== null && quarters <= claimable(row) ? quarters : null;
          }}
          problem={(text) =>
            readCredits(text) === null
              ? 'Credit goes in steps of 0.25.'
              : row.kind === 'cme'
                ? `At most ${formatCredits(row.earnedQuarters)}, what attendance allows.`
                : 'This credit is for physicians only. Empty the field to take the claim back.'
          }
          onCommit={(claimedQuarters) => onRecord(row, { claimedQuarters })}
          align="right"
        />
      ) : (
        <span className={classes.softInline}>Participation</span>
      ),
  };
}

/** The most that may be claimed: nothing by other professions, whose claim on record can only be taken back. */
function claimable(row: CompletionRow): number {
  return row.kind === 'cme' ? row.earnedQuarters : 0;
}

function unfitWords({ profession, claimedQuarters }: CompletionRow): string {
  return `${formatCredits(claimedQuarters ?? 0)} credits are claimed, and “${profession}” may not have this credit. Check the profession, or take the claim back.`;
}

function Standing({ row }: { readonly row: CompletionRow }) {
  const unfit = row.kind !== 'cme' && (row.claimedQuarters ?? 0) > 0;
  if (row.complete && !unfit) return <StatusBadge tone="good">Complete</StatusBadge>;
  const sentences = row.missing.map(({ sentence }) => sentence);
  const [first = 'Something is missing.', ...others] = unfit ? [unfitWords(row), ...sentences] : sentences;
  return (
    <span className={classes.lacking} title={[first, ...others].join(' ')}>
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.wraps}>{first}</span>
      {others.length > 0 ? <span className={classes.more}>+ {others.length} more</span> : null}
    </span>
  );
}

/** A date for a sentence, or `not returned`. */
export function returnedOn(date: string | null): string {
  return date === null ? 'not returned' : formatShortDate(date);
}
