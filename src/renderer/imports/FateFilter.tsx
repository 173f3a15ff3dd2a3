import { Chip, Group } from '@mantine/core';
import { Fate } from '../../shared/contract/people.ts';
import { formatCount } from '../../shared/format.ts';
import { FATES, fateLabel, type ImportPurpose } from './fates.ts';

/** Rows counted by what becomes of them; each count filters the table. */
export function FateFilter({
  counts,
  purpose,
  value,
  onChange,
}: {
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly purpose: ImportPurpose;
  readonly value: Fate | null;
  readonly onChange: (fate: Fate | null) => void;
}) {
  const total = FATES.reduce((sum, fate) => sum + (counts[fate] ?? 0), 0);
  return (
    <Chip.Group
      multiple={false}
      value={value ?? 'all'}
      onChange={(choice) => onChange(choice === 'all' ? null : Fate.parse(choice))}
    >
      <Group gap="xs" role="group" aria-label="Show the rows that">
        <Chip value="all" size="xs" variant="outline">
          All {formatCount(total)}
        </Chip>
        {FATES.filter((fate) => (counts[fate] ?? 0) > 0).map((fate) => (
          <Chip key={fate} value={fate} size="xs" variant="outline">
            {fateLabel(fate, purpose)} {formatCount(counts[fate] ?? 0)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
