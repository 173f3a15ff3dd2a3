import { Button, SegmentedControl } from '@mantine/core';
import { IconCopy, IconDownload, IconMessage2, IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { Activity } from '../../shared/contract/activities.ts';
import type { Competency } from '../../shared/contract/modules.ts';
import type { ReflectionRow, ReflectionSummary } from '../../shared/contract/reflections.ts';
import { counted, formatDate, formatShortDate } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { type CommitmentStanding, commitmentStanding } from '../../shared/reflections/summary.ts';
import { csvOf, reflectionTable, tabTextOf } from '../../shared/reflections/table.ts';
import { saveFile, showDone, showFault, useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  Section,
  StatusBadge,
} from '../components/index.ts';
import { ConfidenceTable } from './ConfidenceTable.tsx';
import { OutcomeFigures } from './OutcomeFigures.tsx';
import { OutcomeSheet } from './OutcomeSheet.tsx';
import classes from './Reflections.module.css';
import { CAUTION, STANDINGS } from './words.ts';

/** Someone’s commitment and how it stands today. */
export type Commitment = ReflectionRow & {
  readonly reflection: NonNullable<ReflectionRow['reflection']>;
  readonly standing: CommitmentStanding;
};

type Props = {
  readonly activity: Activity;
  readonly rows: readonly ReflectionRow[];
  readonly competencies: readonly Competency[];
  readonly today: string;
  readonly onOpen: (row: ReflectionRow, shown: readonly ReflectionRow[]) => void;
  /** Goes to where reflections are entered. */
  readonly onEnter: () => void;
};

/** What the reflections of an activity come to: who returned one, confidence, and the commitments. */
export function Outcome(props: Props) {
  const summary = useRead('reflections.summary', { activityId: props.activity.id });
  if (summary.error) return <FaultNotice fault={summary.error} onRetry={() => void summary.refetch()} />;
  if (!summary.data) return <Loading />;
  if (summary.data.returned === 0)
    return (
      <EmptyState
        icon={<IconMessage2 size={32} />}
        title="No reflection has been returned yet"
        action={<Button onClick={props.onEnter}>Enter the first one</Button>}
      >
        Once reflections are entered or imported, this page shows how confidence changed and which commitments
        were kept.
      </EmptyState>
    );
  return <Summary {...props} summary={summary.data} />;
}

function Summary({
  activity,
  rows,
  competencies,
  today,
  onOpen,
  summary,
}: Props & { readonly summary: ReflectionSummary }) {
  const [printing, setPrinting] = useState(false);
  const stopPrinting = useCallback(() => setPrinting(false), []);
  const commitments = useMemo(() => commitmentsOf(rows, today), [rows, today]);

  function table() {
    const rated = new Set(
      rows.flatMap(({ reflection }) => reflection?.confidence.map(({ code }) => code) ?? []),
    );
    return reflectionTable(
      rows,
      competencies.filter(({ code }) => rated.has(code)).map(({ code }) => code),
    );
  }
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(tabTextOf(table()));
      showDone('Copied. Paste it into a spreadsheet.', null);
    } catch {
      showFault({
        code: 'request/forbidden',
        message: 'The clipboard cannot be reached. Save the reflections as CSV instead.',
      });
    }
  }
  function save(): void {
    const bytes = new TextEncoder().encode(csvOf(table()));
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    saveFile({
      fileName: `${activity.title.replace(/[^\p{L}\p{N} ,.-]+/gu, ' ').trim() || 'Activity'} reflections.csv`,
      mediaType: 'text/csv',
      base64: btoa(text),
    });
  }

  return (
    <>
      <Section
        title="Outcome summary"
        description={`What ${counted(summary.returned, 'person', 'people')} wrote after the activity, as of ${formatDate(today)}.`}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={() => void copy()}
            >
              Copy
            </Button>
            <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
              Save as CSV
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => setPrinting(true)}
            >
              Print the summary
            </Button>
          </>
        }
      >
        <OutcomeFigures summary={summary} />
      </Section>
      <Section
        title="Confidence before and after"
        description="Means of those who rated a competency both before and after, on its levels from 0 to 3."
      >
        {summary.confidence.length === 0 ? (
          <Nothing>Nobody has rated a competency yet.</Nothing>
        ) : (
          <ConfidenceTable lines={summary.confidence} />
        )}
        <p className={classes.caution}>{CAUTION}</p>
      </Section>
      <Section title="Commitments" description="Open one to record what became of it.">
        {commitments.length === 0 ? (
          <Nothing>Nobody has made a commitment yet.</Nothing>
        ) : (
          <Commitments commitments={commitments} onOpen={onOpen} />
        )}
      </Section>
      {printing ? (
        <OutcomeSheet
          activity={activity}
          summary={summary}
          commitments={commitments}
          today={today}
          onDone={stopPrinting}
        />
      ) : null}
    </>
  );
}

const ORDER: readonly CommitmentStanding[] = ['due', 'later', 'no date', 'partly', 'not kept', 'kept'];

/** Everyone’s commitments: what is due first, then by date. */
function commitmentsOf(rows: readonly ReflectionRow[], today: string): readonly Commitment[] {
  return rows
    .flatMap((row): Commitment[] => {
      const standing = row.reflection ? commitmentStanding(row.reflection, today) : null;
      return row.reflection && standing ? [{ ...row, reflection: row.reflection, standing }] : [];
    })
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
        (a.reflection.followUpOn ?? '').localeCompare(b.reflection.followUpOn ?? ''),
    );
}

type Show = 'all' | 'due' | 'open' | 'asked';

function Commitments({
  commitments,
  onOpen,
}: {
  readonly commitments: readonly Commitment[];
  readonly onOpen: Props['onOpen'];
}) {
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const shown = useMemo(() => {
    const wanted = fold(text);
    return commitments.filter(
      ({ standing, name, reflection }) =>
        shows(show, standing) && fold(`${name} ${reflection.commitment}`).includes(wanted),
    );
  }, [commitments, text, show]);
  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a commitment' }}
        count={counted(shown.length, 'commitment', 'commitments')}
      >
        <SegmentedControl
          aria-label="Show commitments"
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: 'All' },
            { value: 'due', label: 'To follow up' },
            { value: 'open', label: 'Open' },
            { value: 'asked', label: 'Followed up' },
          ]}
        />
      </ListFilters>
      <DataTable
        label="Commitments"
        rows={shown}
        columns={columns}
        rowKey={({ enrolmentId }) => enrolmentId}
        height={480}
        onOpen={(row) => onOpen(row, shown)}
        empty={<Nothing>No commitment fits. Change the search, or show all.</Nothing>}
      />
    </>
  );
}

function shows(show: Show, standing: CommitmentStanding): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'due':
      return standing === 'due';
    case 'open':
      return standing === 'due' || standing === 'later' || standing === 'no date';
    case 'asked':
      return standing === 'kept' || standing === 'partly' || standing === 'not kept';
  }
}

const columns: readonly Column<Commitment>[] = [
  {
    id: 'standing',
    header: 'Standing',
    width: 152,
    sortValue: ({ standing }) => ORDER.indexOf(standing),
    cell: ({ standing }) => (
      <StatusBadge tone={STANDINGS[standing].tone}>{STANDINGS[standing].label}</StatusBadge>
    ),
  },
  {
    id: 'commitment',
    header: 'Commitment',
    width: 'minmax(200px, 3fr)',
    sortValue: ({ reflection }) => reflection.commitment,
    cell: ({ reflection }) => (
      <span className={classes.wraps} title={reflection.commitment}>
        {reflection.commitment}
      </span>
    ),
  },
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(120px, 1fr)',
    sortValue: ({ name }) => name,
    cell: ({ name }) => name,
  },
  {
    id: 'date',
    header: 'Follow-up',
    width: 120,
    hideBelow: 760,
    sortValue: ({ reflection }) => reflection.followUpOn ?? '',
    cell: ({ reflection }) => (reflection.followUpOn === null ? '' : formatShortDate(reflection.followUpOn)),
  },
  {
    id: 'asked',
    header: 'Asked on',
    width: 120,
    hideBelow: 900,
    sortValue: ({ reflection }) => reflection.followedUpOn ?? '',
    cell: ({ reflection }) =>
      reflection.followedUpOn === null ? '' : formatShortDate(reflection.followedUpOn),
  },
];
