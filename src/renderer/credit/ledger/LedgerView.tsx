import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconSchool } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { CreditType, LedgerRow } from '../../../shared/contract/credit.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { Profession } from '../../../shared/contract/primitives.ts';
import { formatAmount } from '../../../shared/credit/amounts.ts';
import { counted } from '../../../shared/format.ts';
import { saveFileOf, useRead, useReadPages } from '../../api/index.ts';
import {
  type Column,
  EmptyState,
  FaultNotice,
  Figure,
  Figures,
  ListFilters,
  Loading,
  useOfficeZone,
} from '../../components/index.ts';
import classes from '../Credit.module.css';
import { PROFESSION_CHOICES } from '../words.ts';
import { PeopleTable, personColumns } from './PeopleTable.tsx';
import { SaveAsCsv } from './SaveAsCsv.tsx';

const PAGE = 200;
const EVERY = 'every';
/** Columns of types that fit beside the names; the table file has all of them. */
const TYPE_COLUMNS = 5;

type Totals = Output<'credit.totals'>['totals'];

/** Who has how much of which credit, in one year or all of them. */
export function LedgerView() {
  const zone = useOfficeZone();
  const [chosenYear, setYear] = useState<string | null>(null);
  const [profession, setProfession] = useState<Profession | null>(null);
  const [mostOf, setMostOf] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const thisYear = dateInZone(new Date().toISOString(), zone).slice(0, 4);
  const year = chosenYear ?? thisYear;
  const days =
    year === EVERY
      ? { from: '1900-01-01', to: '2199-12-31' }
      : { from: `${year}-01-01`, to: `${year}-12-31` };
  const types = useRead('credit.types', {});
  const totals = useRead('credit.totals', { ...days, profession }, { keepPrevious: true });
  const filter = { ...days, profession, text: wanted.slice(0, 100) };
  const pages = useReadPages('credit.ledger', { ...filter, mostOf, limit: PAGE });
  const columns = useMemo(
    () => ledgerColumns(types.data ?? [], totals.data?.totals ?? []),
    [types.data, totals.data],
  );
  const fault = pages.fault ?? totals.error ?? types.error;
  if (fault) return <FaultNotice fault={fault} onRetry={pages.retry} />;
  if (pages.loading || !totals.data || !types.data) return <Loading />;
  if (totals.data.years.length === 0) return <NoCredit />;
  const known = new Map(types.data.map((type) => [type.id, type]));
  const years = [...new Set([thisYear, ...totals.data.years.map(String)])].toSorted().toReversed();

  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person' }}
        count={counted(pages.total, 'person', 'people')}
        end={
          <SaveAsCsv disabled={pages.total === 0} onSave={() => saveFileOf('credit.exportLedger', filter)} />
        }
      >
        <Select
          className={classes.year ?? ''}
          aria-label="Year"
          data={[{ value: EVERY, label: 'Every year' }, ...years]}
          value={year}
          onChange={(value) => setYear(value)}
          allowDeselect={false}
        />
        <Select
          className={classes.choice ?? ''}
          aria-label="Profession"
          data={[{ value: EVERY, label: 'Every profession' }, ...PROFESSION_CHOICES]}
          value={profession ?? EVERY}
          onChange={(value) => setProfession(Profession.safeParse(value).data ?? null)}
          allowDeselect={false}
        />
        <Select
          className={classes.order ?? ''}
          aria-label="Order"
          data={[
            { value: EVERY, label: 'By name' },
            ...totals.data.totals.map(({ typeId }) => ({
              value: String(typeId),
              label: `Most ${known.get(typeId)?.name ?? ''}`,
            })),
          ]}
          value={mostOf === null ? EVERY : String(mostOf)}
          onChange={(value) => setMostOf(value === null || value === EVERY ? null : Number(value))}
          allowDeselect={false}
        />
      </ListFilters>
      <TotalFigures totals={totals.data.totals} types={known} />
      <PeopleTable
        label="Credit"
        pages={pages}
        columns={columns}
        from={days.from}
        to={days.to}
        nothing={
          totals.data.totals.length === 0
            ? 'Nobody has claimed credit in this time. Choose another year, or every year.'
            : 'Nobody fits. Change the search or the profession.'
        }
      />
    </>
  );
}

/** What was claimed of each type, beside how many people have it; types are never added up. */
function TotalFigures({
  totals,
  types,
}: {
  readonly totals: Totals;
  readonly types: ReadonlyMap<number, CreditType>;
}) {
  if (totals.length === 0) return null;
  return (
    <Figures>
      {totals.map(({ typeId, hundredths, people }) => {
        const type = types.get(typeId);
        return type ? (
          <Figure
            key={typeId}
            value={(hundredths / 100).toLocaleString('en-US')}
            label={type.name}
            detail={`${type.unitMany} · ${counted(people, 'person', 'people')}`}
          />
        ) : null;
      })}
    </Figures>
  );
}

function NoCredit() {
  return (
    <EmptyState
      icon={<IconSchool size={32} />}
      title="Nobody has credit yet"
      action={
        <Button component={Link} href="/activities">
          Open an activity
        </Button>
      }
    >
      Credit is claimed at an activity, under Completion. Here it adds up for each person, by year and by
      type.
    </EmptyState>
  );
}

/** What stands behind a figure, and what is wrong with it. */
function amountTitle({ activities, unfit }: LedgerRow['amounts'][number]): string {
  const from = counted(activities, 'activity', 'activities');
  return unfit === 0
    ? from
    : `${from}; at ${counted(unfit, 'activity', 'activities')} the credit is not for the profession. Open the person to see which.`;
}

function ledgerColumns(types: readonly CreditType[], totals: Totals): readonly Column<LedgerRow>[] {
  const shown = totals
    .slice(0, TYPE_COLUMNS)
    .flatMap(({ typeId }) => types.find(({ id }) => id === typeId) ?? []);
  return [
    ...personColumns,
    ...shown.map((type, index) => ({
      id: `type-${type.id}`,
      header: type.name,
      width: 'minmax(96px, 0.8fr)',
      align: 'right' as const,
      ...(index < 2 ? {} : { hideBelow: 760 + 120 * (index - 1) }),
      cell: ({ amounts }: LedgerRow) => {
        const amount = amounts.find(({ typeId }) => typeId === type.id);
        return amount ? (
          <span title={amountTitle(amount)}>
            {amount.unfit > 0 ? (
              <IconAlertTriangle className={classes.unfit ?? ''} size={14} aria-label="To be checked:" />
            ) : null}
            {formatAmount(amount.hundredths)}
          </span>
        ) : null;
      },
    })),
  ];
}
