import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ActivityCredit, CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { formatUnits } from '../../../shared/credit/amounts.ts';
import { counted, formatCount } from '../../../shared/format.ts';
import { fold } from '../../../shared/people/name.ts';
import { useCommand, useRead } from '../../api/index.ts';
import {
  DataTable,
  FaultNotice,
  Figure,
  Figures,
  ListFilters,
  Loading,
  Nothing,
  personNameColumn,
} from '../../components/index.ts';
import { ClaimBar } from './ClaimBar.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { claimColumns } from './claim-columns.tsx';
import { keptInWords } from './claim-words.ts';

type Show = 'all' | 'open' | 'problem';

/** Who has earned and claimed how much of one credit at an activity. */
export function ClaimsView({
  activityId,
  credit,
}: {
  readonly activityId: number;
  readonly credit: ActivityCredit;
}) {
  const claims = useRead('credit.claims', { activityId, typeId: credit.type.id });
  if (claims.isPending) return <Loading />;
  if (!claims.data) return <FaultNotice fault={claims.error} onRetry={() => void claims.refetch()} />;
  return <Claims activityId={activityId} credit={credit} type={credit.type} rows={claims.data.rows} />;
}

function Claims({
  activityId,
  credit,
  type,
  rows,
}: {
  readonly activityId: number;
  readonly credit: ActivityCredit;
  readonly type: CreditType;
  readonly rows: readonly CreditClaim[];
}) {
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [openId, setOpenId] = useState<number | null>(null);
  const { run, pending } = useCommand('credit.claim');
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rows.filter(
      (row) =>
        shows(row, show) && fold(`${row.name} ${row.credentials} ${row.problem ?? ''}`).includes(wanted),
    );
  }, [rows, text, show]);
  const name = useMemo(() => personNameColumn<CreditClaim>(rows), [rows]);
  const eligible = rows.filter((row) => row.eligible);
  const open = eligible.filter(isOpen);
  const claimed = rows.reduce((sum, { claimedHundredths }) => sum + (claimedHundredths ?? 0), 0);

  function claim(
    people: readonly CreditClaim[],
    amount: number | 'earned' | null,
    done?: (changed: number) => string,
  ): void {
    void run(
      {
        activityId,
        typeId: type.id,
        enrolmentIds: people.map(({ enrolmentId }) => enrolmentId),
        claimedHundredths: amount,
      },
      done
        ? {
            done: ({ changed, kept }) =>
              `${changed === 0 ? 'Nothing was changed.' : done(changed)}${keptInWords(kept)}`,
          }
        : {},
    );
  }

  return (
    <>
      <Figures>
        <Figure
          label={`of ${counted(rows.length, 'person', 'people')} may have it`}
          value={formatCount(eligible.length)}
        />
        <Figure label={`${type.unitMany} claimed`} value={(claimed / 100).toLocaleString('en-US')} />
        <Figure label="at most for each" value={formatUnits(credit.maximumHundredths, type)} />
      </Figures>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person or a reason' }}
        count={counted(shown.length, 'person', 'people')}
        end={
          <Button
            variant="default"
            disabled={open.length === 0}
            loading={pending}
            onClick={() =>
              claim(
                open,
                'earned',
                (changed) =>
                  `Claimed all that attendance allows for ${counted(changed, 'person', 'people')}.`,
              )
            }
          >
            {open.length === 0
              ? 'Nothing left to claim'
              : `Claim all for ${counted(open.length, 'person', 'people')}`}
          </Button>
        }
      >
        <SegmentedControl
          aria-label="Show"
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: 'Everyone' },
            { value: 'open', label: 'Can be claimed' },
            { value: 'problem', label: 'Something missing' },
          ]}
        />
      </ListFilters>
      {selected.size > 0 ? (
        <ClaimBar
          type={type}
          rows={rows.filter(({ enrolmentId }) => selected.has(enrolmentId))}
          pending={pending}
          onClaim={claim}
          onClear={() => setSelected(new Set())}
        />
      ) : null}
      <DataTable
        label={`${type.name} claimed`}
        rows={shown}
        columns={claimColumns({
          type,
          name,
          onOpen: ({ enrolmentId }) => setOpenId(enrolmentId),
          onClaim: (row, amount) => claim([row], amount),
        })}
        rowKey={({ enrolmentId }) => enrolmentId}
        selection={{ selected, onChange: setSelected }}
        onOpen={({ enrolmentId }) => setOpenId(enrolmentId)}
        empty={<Nothing>Nobody fits. Change the search, or show everyone.</Nothing>}
      />
      <ClaimPanel
        type={type}
        row={rows.find(({ enrolmentId }) => enrolmentId === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

/** Whether somebody has earned credit and claimed none of it. */
function isOpen(row: CreditClaim): boolean {
  return row.eligible && row.claimedHundredths === null && row.earnedHundredths > 0;
}

function shows(row: CreditClaim, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return isOpen(row);
    case 'problem':
      return row.problem !== null && (row.eligible || row.claimedHundredths !== null);
  }
}
