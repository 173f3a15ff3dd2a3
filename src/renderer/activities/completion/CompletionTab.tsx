import { Button, SegmentedControl } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Activity, CompletionRow } from '../../../shared/contract/activities.ts';
import { counted, formatCount, formatCredits } from '../../../shared/format.ts';
import { fold } from '../../../shared/people/name.ts';
import { useCommand, useRead } from '../../api/index.ts';
import {
  DataTable,
  EmptyState,
  FaultNotice,
  Figure,
  Figures,
  ListFilters,
  Loading,
  Nothing,
  personNameColumn,
} from '../../components/index.ts';
import { ClaimsView } from '../credits/ClaimsView.tsx';
import { CreditChoice } from '../credits/CreditChoice.tsx';
import { keptInWords } from '../credits/claim-words.ts';
import { completionColumns } from './columns.tsx';
import { type Recorded, SelectionBar } from './SelectionBar.tsx';
import { SumPanel } from './SumPanel.tsx';

type Show = 'all' | 'complete' | 'missing';

/** Per person: complete, or the one line that says what is missing; with assessment, evaluation and claim to fill in. */
export function CompletionTab({ activity }: { readonly activity: Activity }) {
  const completion = useRead('completion.list', { activityId: activity.id });
  const credits = useRead('credit.ofActivity', { activityId: activity.id });
  const [typeId, setTypeId] = useState<number | null>(null);
  if (completion.isPending) return <Loading />;
  if (!completion.data)
    return <FaultNotice fault={completion.error} onRetry={() => void completion.refetch()} />;
  if (completion.data.length === 0)
    return (
      <EmptyState
        icon={<IconListCheck size={32} />}
        title="Nobody is enrolled yet"
        action={
          <Button component={Link} href={`/activities/${activity.id}/people`}>
            Add people
          </Button>
        }
      >
        Here each person will be complete, or show the one thing that is missing.
      </EmptyState>
    );
  const other = credits.data?.find(({ type }) => type.id === typeId);
  return (
    <>
      <CreditChoice credits={credits.data ?? []} typeId={other?.type.id ?? null} onChange={setTypeId} />
      {other ? (
        <ClaimsView key={other.type.id} activityId={activity.id} credit={other} />
      ) : (
        <Completion activity={activity} rows={completion.data} />
      )}
    </>
  );
}

function Completion({
  activity,
  rows,
}: {
  readonly activity: Activity;
  readonly rows: readonly CompletionRow[];
}) {
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [openId, setOpenId] = useState<number | null>(null);
  const { run, pending } = useCommand('completion.record');
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rows.filter(
      (row) =>
        (show === 'all' || row.complete === (show === 'complete')) &&
        fold(
          `${row.name} ${row.credentials} ${row.missing.map(({ sentence }) => sentence).join(' ')}`,
        ).includes(wanted),
    );
  }, [rows, text, show]);
  const name = useMemo(() => personNameColumn<CompletionRow>(rows), [rows]);
  const chosen = rows.filter(({ enrolmentId }) => selected.has(enrolmentId));
  const open = rows.find(({ enrolmentId }) => enrolmentId === openId) ?? null;

  async function record(
    people: readonly CompletionRow[],
    recorded: Recorded,
    done?: (changed: number) => string,
  ): Promise<void> {
    const enrolmentIds = people.map(({ enrolmentId }) => enrolmentId);
    await run(
      { activityId: activity.id, enrolmentIds, ...recorded },
      done
        ? {
            done: ({ changed, kept }) =>
              `${changed === 0 ? 'Nothing was changed.' : done(changed)}${keptInWords(kept)}`,
          }
        : {},
    );
  }

  const columns = completionColumns({
    name,
    scores:
      activity.rules.assessmentRequired || rows.some(({ assessmentPercent }) => assessmentPercent !== null),
    evaluations: activity.rules.evaluationRequired || rows.some((row) => row.evaluationReturnedOn !== null),
    onOpen: (row) => setOpenId(row.enrolmentId),
    onRecord: (row, recorded) => void record([row], recorded),
  });
  const complete = rows.filter((row) => row.complete).length;
  const tooMuch = rows.filter(({ missing }) => missing.some(({ what }) => what === 'claim-too-high')).length;
  const claimed = rows.reduce((sum, row) => sum + (row.claimedQuarters ?? 0), 0);

  return (
    <>
      <Figures>
        <Figure
          label={`of ${counted(rows.length, 'person', 'people')} complete`}
          value={formatCount(complete)}
        />
        <Figure
          label="AMA PRA credits claimed"
          value={formatCredits(claimed)}
          detail={
            tooMuch === 0
              ? null
              : `${counted(tooMuch, 'person has', 'people have')} claimed more than attendance allows`
          }
        />
      </Figures>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person or what is missing' }}
        count={counted(shown.length, 'person', 'people')}
      >
        <SegmentedControl
          aria-label="Show"
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: 'Everyone' },
            { value: 'complete', label: 'Complete' },
            { value: 'missing', label: 'Something missing' },
          ]}
        />
      </ListFilters>
      {chosen.length > 0 ? (
        <SelectionBar
          rows={chosen}
          pending={pending}
          timeZone={activity.timeZone}
          onRecord={(people, recorded, done) => void record(people, recorded, done)}
          onClear={() => setSelected(new Set())}
        />
      ) : null}
      <DataTable
        label="Completion"
        rows={shown}
        columns={columns}
        rowKey={({ enrolmentId }) => enrolmentId}
        selection={{ selected, onChange: setSelected }}
        onOpen={(row) => setOpenId(row.enrolmentId)}
        empty={<Nothing>Nobody fits. Change the search, or show everyone.</Nothing>}
      />
      <SumPanel row={open} onClose={() => setOpenId(null)} />
    </>
  );
}
