import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CreditType } from '../../../shared/contract/credit.ts';
import { isDoubtful } from '../../../shared/credit/credit-type-data.ts';
import { counted, formatCount, formatShortDate } from '../../../shared/format.ts';
import { fold } from '../../../shared/people/name.ts';
import { useRead } from '../../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  StatusBadge,
  TwoLines,
} from '../../components/index.ts';
import { basisInWords, forWhom, stepsInWords } from '../words.ts';
import { TypeForm } from './TypeForm.tsx';
import { TypePanel } from './TypePanel.tsx';

/** Every credit type with its rule; a row opens its source, dates and statement, and lets the office change it. */
export function CreditTypes({
  adding,
  onAdded,
}: {
  readonly adding: boolean;
  /** The new type was saved or given up. */
  readonly onAdded: () => void;
}) {
  const types = useRead('credit.types', {});
  const [text, setText] = useState('');
  const [retired, setRetired] = useState(false);
  const [openId, setOpenId] = useState<number | null>(null);
  const shown = useMemo(() => {
    const wanted = fold(text);
    return (types.data ?? []).filter(
      (type) =>
        (retired || !type.retired) && fold(`${type.name} ${forWhom(type.professions)}`).includes(wanted),
    );
  }, [types.data, text, retired]);
  if (types.isPending) return <Loading />;
  if (!types.data) return <FaultNotice fault={types.error} onRetry={() => void types.refetch()} />;
  const open = types.data.find(({ id }) => id === openId) ?? null;
  return (
    <>
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a credit type' }}
        count={counted(shown.length, 'type', 'types')}
      >
        <Switch
          label="Show retired types"
          checked={retired}
          onChange={(event) => setRetired(event.currentTarget.checked)}
        />
      </ListFilters>
      <DataTable
        label="Credit types"
        rows={shown}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        empty={<Nothing>No credit type fits. Change the search, or show retired types.</Nothing>}
      />
      {adding ? (
        <TypeForm type={null} onClose={onAdded} />
      ) : open ? (
        <TypePanel key={open.id} type={open} onClose={() => setOpenId(null)} />
      ) : null}
    </>
  );
}

const COLUMNS: readonly Column<CreditType>[] = [
  {
    id: 'name',
    header: 'Credit',
    width: 'minmax(200px, 1.2fr)',
    cell: ({ name, unitMany }) => <TwoLines strong first={name} second={`in ${unitMany}`} />,
  },
  {
    id: 'whom',
    header: 'For whom',
    width: 'minmax(140px, 0.8fr)',
    hideBelow: 700,
    cell: ({ professions }) => forWhom(professions),
  },
  {
    id: 'rule',
    header: 'Rule',
    width: 'minmax(220px, 1.6fr)',
    cell: (type) => <TwoLines first={basisInWords(type)} second={stepsInWords(type)} />,
  },
  {
    id: 'since',
    header: 'Holds',
    width: 150,
    hideBelow: 1_000,
    cell: ({ validFrom, validTo }) =>
      validTo === null ? `since ${formatShortDate(validFrom)}` : `until ${formatShortDate(validTo)}`,
  },
  { id: 'standing', header: 'Standing', width: 148, cell: (type) => <Standing type={type} /> },
  {
    id: 'activities',
    header: 'Activities',
    width: 80,
    align: 'right',
    hideBelow: 860,
    cell: ({ activities }) => formatCount(activities),
  },
];

/** What a coordinator has to know of a type before using it. */
function Standing({ type }: { readonly type: CreditType }) {
  if (type.retired) return <StatusBadge tone="neutral">Retired</StatusBadge>;
  if (type.origin === 'office') return <StatusBadge tone="info">Your own</StatusBadge>;
  if (type.edited) return <StatusBadge tone="info">Changed here</StatusBadge>;
  if (isDoubtful(type)) return <StatusBadge tone="warning">To be checked</StatusBadge>;
  if (type.unsure !== '') return <StatusBadge tone="info">Careful setting</StatusBadge>;
  return <StatusBadge tone="good">From a source</StatusBadge>;
}
