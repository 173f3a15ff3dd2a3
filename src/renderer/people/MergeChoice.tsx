import { Radio } from '@mantine/core';
import type { Side } from '../../shared/people/merge.ts';
import classes from './Merge.module.css';

/** A choice between what the two records say. */
export function MergeChoice({
  label,
  keep,
  other,
  value,
  note,
  onChange,
}: {
  readonly label: string;
  readonly keep: string;
  readonly other: string;
  readonly value: Side;
  readonly note: string;
  readonly onChange: (side: Side) => void;
}) {
  return (
    <Radio.Group
      className={classes.choice ?? ''}
      label={label}
      description={note}
      value={value}
      onChange={(side) => onChange(side === 'other' ? 'other' : 'keep')}
    >
      <div className={classes.sides}>
        <Radio value="keep" label={keep === '' ? 'Nothing' : keep} />
        <Radio value="other" label={other === '' ? 'Nothing' : other} />
      </div>
    </Radio.Group>
  );
}
