import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CreditTarget, CreditType, StandingRow } from '../../../shared/contract/credit.ts';
import { formatAmount } from '../../../shared/credit/amounts.ts';
import {
  counted,
  formatCount,
  formatDateRange,
  formatShortDate,
  sentenceCase,
} from '../../../shared/format.ts';
import { CallFault, callOrThrow, saveFile, showFault, useRead, useReadPages } from '../../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  Figure,
  Loading,
  SearchField,
  StatusBadge,
} from '../../components/index.ts';
import classes from '../Credit.module.css';
import { EntriesPanel } from './EntriesPanel.tsx';

const PAGE = 200;
type Show = 'short' | 'met' | 'all';

/** Who is short of a target in one of its periods, by how much and by when. */
export function Standing({ target, type }: { readonly target: CreditTarget; readonly type: CreditType }) {
  const [period, setPeriod] = useState(0);
  const [show, setShow] = useState<Show>('short');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<StandingRow | null>(null);
  const [wanted] = useDebouncedValue(text, 120);
  const summary = useRead('credit.period', { targetId: target.id, period }, { keepPrevious: true });
  const filter = { targetId: target.id, period, show, text: wanted.slice(0, 100) };
  const pages = useReadPages('credit.standing', { ...filter, limit: PAGE });
  const until = summary.data?.to ?? null;
  const columns = useMemo(() => standingColumns(target, type, until), [target, type, until]);
  const fault = pages.fault ?? summary.error;
  if (fault) return <FaultNotice fault={fault} onRetry={pages.retry} />;
  if (pages.loading || !summary.data) return <Loading />;

  async function save(): Promise<void> {
    try {
      saveFile(await callOrThrow('credit.exportStanding', filter));
    } catch (error) {
      if (error instanceof CallFault) showFault(error);
      else throw error;
    }
  }

  return (
    <>
      <div className={classes.figures}>
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
      </div>
      <div className={classes.filters}>
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
        <div className={classes.search}>
          <SearchField value={text} onChange={setText} label="Find a person" />
        </div>
        <div className={classes.end}>
          <span className={classes.count} role="status">
            {counted(pages.total, 'person', 'people')}
          </span>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={pages.total === 0}
            onClick={() => void save()}
          >
            Save as CSV
          </Button>
        </div>
      </div>
      <DataTable
        label={target.name}
        rows={pages.rows}
        columns={columns}
        rowKey={({ personId }) => personId}
        onOpen={setOpen}
        onEndReached={pages.loadMore}
        empty={
          <p className={classes.nothing}>
            {wanted === '' && show === 'short'
              ? 'Nobody is short of this target.'
              : 'Nobody fits. Change the search, or show everyone.'}
          </p>
        }
      />
      {open ? (
        <EntriesPanel
          key={open.personId}
          person={open}
          from={summary.data.from}
          to={summary.data.to}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function standingColumns(
  target: CreditTarget,
  type: CreditType,
  until: string | null,
): readonly Column<StandingRow>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(180px, 1.4fr)',
      cell: ({ name, credentials }) => (
        <>
          <span className={classes.strong}>{name}</span>
          {credentials ? <span className={classes.softText}>, {credentials}</span> : null}
        </>
      ),
    },
    {
      id: 'profession',
      header: 'Profession',
      width: 160,
      hideBelow: 760,
      cell: ({ profession }) => sentenceCase(profession),
    },
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
