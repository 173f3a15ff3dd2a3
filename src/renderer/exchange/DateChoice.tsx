import { Group, Radio } from '@mantine/core';
import { type ExchangeRehearsal, TableDateOrder } from '../../shared/contract/exchange.ts';
import { tableDate } from '../../shared/exchange/table-dates.ts';
import { counted, formatDate } from '../../shared/format.ts';
import classes from './Exchange.module.css';

/** Asks how dates are meant that can be read in two ways; the file is looked at again with the answer. */
export function DateChoice({
  choice,
  disabled,
  onChoose,
}: {
  readonly choice: ExchangeRehearsal['dateChoice'];
  readonly disabled: boolean;
  readonly onChoose: (order: TableDateOrder) => void;
}) {
  if (!choice) return null;
  const { order, dates, example, columns } = choice;
  const under = columns.map((column) => `“${column}”`).join(' and ');
  return (
    <div className={classes.dates}>
      <Radio.Group
        label={`How ${dates === 1 ? 'is the date' : 'are the dates'} under ${under} written?`}
        description={`${counted(dates, 'date', 'dates')} such as ${example} can be read in two ways, and nothing in the file says which.`}
        value={order}
        onChange={(value) => {
          const chosen = TableDateOrder.safeParse(value).data;
          if (chosen) onChoose(chosen);
        }}
      >
        <Group gap="lg" mt="xs">
          {TableDateOrder.options.map((option) => (
            <Radio
              key={option}
              value={option}
              disabled={disabled}
              label={`${option === 'month-first' ? 'Month' : 'Day'} first: ${example} is ${formatDate(tableDate(example, option))}`}
            />
          ))}
        </Group>
      </Radio.Group>
    </div>
  );
}
