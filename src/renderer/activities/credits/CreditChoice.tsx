import { SegmentedControl, Select } from '@mantine/core';
import type { ActivityCredit } from '../../../shared/contract/credit.ts';
import { ListFilters } from '../../components/index.ts';

const AMA = 'ama';
/** As many stand beside each other; more are a list to choose from. */
const BESIDE = 3;

/** Which credit is looked at; drawn only where an activity offers more than AMA PRA credit. */
export function CreditChoice({
  credits,
  typeId,
  onChange,
}: {
  readonly credits: readonly ActivityCredit[];
  /** Null for AMA PRA credit. */
  readonly typeId: number | null;
  readonly onChange: (typeId: number | null) => void;
}) {
  if (credits.length === 0) return null;
  const data = [
    { value: AMA, label: 'AMA PRA Category 1 Credit™' },
    ...credits.map(({ type }) => ({ value: String(type.id), label: type.name })),
  ];
  const value = typeId === null ? AMA : String(typeId);
  const choose = (next: string | null): void => onChange(next === null || next === AMA ? null : Number(next));
  return (
    <ListFilters>
      {data.length <= BESIDE ? (
        <SegmentedControl aria-label="Credit" data={data} value={value} onChange={choose} />
      ) : (
        <Select label="Credit" data={data} value={value} onChange={choose} allowDeselect={false} />
      )}
    </ListFilters>
  );
}
