import { ActionIcon, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CreditTarget, CreditType, StandingRow } from '../../../shared/contract/credit.ts';
import { formatAmount } from '../../../shared/credit/amounts.ts';
import { counted, formatCount, formatDateRange, formatShortDate } from '../../../shared/format.ts';
import { saveFileOf, useRead, useReadPages } from '../../api/index.ts';
import {
  type Column,
  FaultNotice,
  Figure,
  Figures,
  ListFilters,
  Loading,
  StatusBadge,
} from '../../components/index.ts';
import classes from '../Credit.module.css';
import { PeopleTable, personColumns } from './PeopleTable.tsx';
import { SaveAsCsv } from './SaveAsCsv.tsx';

const PAGE = 200;
type Show = 'short' | 'met' | 'all';

/** Who is short of a target in one of its periods, by how much and by when. */
export function Standing({ target, type }: { readonly target: CreditTarget; readonly type: CreditType }) {
  const [period, setPeriod] = useState(0);
  const [show, setShow] = useState<Show>('short');
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const summary = useRead('credit.period', { targetId: target.id, period }, { keepPrevious: true });
  const filter = { targetId: target.id, period, show, text: wanted.slice(0, 100) };
  const pages = useReadPages('credit.standing', { ...filter, limit: PAGE });
  const until = summary.data?.to ?? null;
  const columns = useMemo(() => standingColumns(target, type, until), [target, type, until]);
  const fault = pages.fault ?? summary.error;
  if (fault) return <FaultNotice fault={fault} onRetry={pages.retry} />;
  if (pages.loading || !summary.data) return <Loading />;

  return (
    <>
      <Figures>
        <Figure label="short of it" value={formatCount(summary.data.short)} />
        <Figure label="have met it" value={formatCount(summary.data.met)} />
        <div className={classes.period}>
          <ActionIcon
            variant="default"
            aria-label="The period before"
            disabled={!summary.data.earlier}
            onClick={() => setPeriod(period - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <span role="status">{formatDateRange(summary.data.from, summary.data.to)}</span>
          <ActionIcon
            variant="default"
            aria-label="The period after"
            disabled={period === 0}
            onClick={() => setPeriod(period + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
      </Figures>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person' }}
        count={counted(pages.total, 'person', 'people')}
        end={
          <SaveAsCsv
            disabled={pages.total === 0}
            onSave={() => saveFileOf('credit.exportStanding', filter)}
          />
        }
      >
        <SegmentedControl
          aria-label="Show"
          value={show}
          onChange={setShow}
          data={[
            { value: 'short', label: 'Short of it' },
            { value: 'met', label: 'Met' },
            { value: 'all', label: 'Everyone' },
          ]}
        />
      </ListFilters>
      <PeopleTable
        label={target.name}
        pages={pages}
        columns={columns}
        from={summary.data.from}
        to={summary.data.to}
        nothing={
          wanted === '' && show === 'short'
            ? 'Nobody is short of this target.'
            : 'Nobody fits. Change the search, or show everyone.'
        }
      />
    </>
  );
}

function standingColumns(
  target: CreditTarget,
  type: CreditType,
  until: string | null,
): readonly Column<StandingRow>[] {
  return [
    ...personColumns,
    {
      id: 'has',
      header: `Has, ${type.unitMany}`,
      width: 132,
      align: 'right',
      cell: ({ hundredths }) => formatAmount(hundredths),
    },
    {
      id: 'needs',
      header: 'Needs',
      width: 80,
      align: 'right',
      hideBelow: 620,
      cell: () => formatAmount(target.amountHundredths),
    },
    {
      id: 'short',
      header: 'Short by',
      width: 'minmax(200px, 1fr)',
      cell: ({ shortHundredths }) =>
        shortHundredths === 0 ? (
          <StatusBadge tone="good">Met</StatusBadge>
        ) : (
          <StatusBadge tone="warning">
            {formatAmount(shortHundredths)}
            {until === null ? '' : `, by ${formatShortDate(until)}`}
          </StatusBadge>
        ),
    },
  ];
}
