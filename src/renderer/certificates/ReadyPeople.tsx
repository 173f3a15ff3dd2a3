import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import { counted, formatCount, formatCredits } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { type Column, DataTable, ListFilters, Nothing, PersonName, Section } from '../components/index.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import { awarded, certificatesInWords, DOCUMENTS } from './words.ts';

type Ready = IssuePlan['ready'][number];

/** Rows from which a list needs a search. */
const MANY = 12;

/** Who gets which certificate, with a look at each page, and the choice of some or all. */
export function ReadyPeople({
  ready,
  leftOut,
  onLeaveOut,
  chosen,
  onIssue,
}: {
  readonly ready: readonly Ready[];
  readonly leftOut: ReadonlySet<number>;
  readonly onLeaveOut: (leftOut: ReadonlySet<number>) => void;
  readonly chosen: number;
  readonly onIssue: () => void;
}) {
  const [text, setText] = useState('');
  const [previewed, setPreviewed] = useState<number | null>(null);
  const shown = useMemo(() => {
    const wanted = fold(text);
    return ready.filter((row) =>
      fold(`${row.name} ${row.credentials} ${DOCUMENTS[row.kind]}`).includes(wanted),
    );
  }, [ready, text]);
  const selected = useMemo(
    () => new Set(shown.map(({ enrolmentId }) => enrolmentId).filter((id) => !leftOut.has(id))),
    [shown, leftOut],
  );

  /** Only what is shown can have been ticked or cleared; the rest stays as it was. */
  function choose(next: ReadonlySet<number>): void {
    const out = new Set(leftOut);
    for (const { enrolmentId } of shown) {
      if (next.has(enrolmentId)) out.delete(enrolmentId);
      else out.add(enrolmentId);
    }
    onLeaveOut(out);
  }

  const physicians = ready.filter(({ kind }) => kind === 'cme');
  const quarters = physicians.reduce((sum, { creditQuarters }) => sum + creditQuarters, 0);
  return (
    <Section
      title="Ready to issue"
      description={[
        counted(ready.length, 'person', 'people'),
        ...(physicians.length > 0
          ? [`${formatCount(physicians.length)} with credit, ${formatCredits(quarters)} in all`]
          : []),
        ...(physicians.length < ready.length
          ? [`${formatCount(ready.length - physicians.length)} for participation`]
          : []),
      ].join(' · ')}
      actions={
        <Button onClick={onIssue} disabled={chosen === 0}>
          {chosen === 0 ? 'Choose who gets one' : `Issue ${certificatesInWords(chosen)}`}
        </Button>
      }
    >
      {ready.length > MANY ? (
        <ListFilters
          search={{ value: text, onChange: setText, label: 'Find someone who is ready' }}
          count={counted(shown.length, 'person', 'people')}
        />
      ) : null}
      <DataTable
        label="Ready to issue"
        rows={shown}
        columns={columns(setPreviewed)}
        rowKey={({ enrolmentId }) => enrolmentId}
        selection={{ selected, onChange: choose }}
        onOpen={({ enrolmentId }) => setPreviewed(enrolmentId)}
        height="calc(var(--row-height) * 9)"
        empty={<Nothing>Nobody fits. Change the search.</Nothing>}
      />
      <PreviewDialog people={shown} enrolmentId={previewed} onShow={setPreviewed} />
    </Section>
  );
}

function columns(onPreview: (enrolmentId: number) => void): readonly Column<Ready>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      sortValue: ({ name }) => name,
      cell: ({ name, credentials }) => <PersonName name={name} credentials={credentials} />,
    },
    {
      id: 'document',
      header: 'Document',
      width: 208,
      hideBelow: 560,
      sortValue: ({ kind }) => DOCUMENTS[kind],
      cell: ({ kind }) => DOCUMENTS[kind],
    },
    {
      id: 'credits',
      header: 'Credits',
      width: 96,
      align: 'right',
      sortValue: (row) => (row.kind === 'cme' ? row.creditQuarters : -1),
      cell: awarded,
    },
    {
      id: 'preview',
      header: 'Page',
      width: 112,
      cell: ({ enrolmentId, name }) => (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Preview the page of ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onPreview(enrolmentId);
          }}
        >
          Preview
        </Button>
      ),
    },
  ];
}
