import { Select } from '@mantine/core';
import classes from './Library.module.css';

/** One select that narrows; cleared, it asks for nothing. */
export function Narrow<V extends string>({
  label,
  any,
  values,
  name,
  value,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly values: readonly V[];
  readonly name: (value: V) => string;
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
}) {
  return (
    <Select
      className={classes.narrow ?? ''}
      aria-label={label}
      placeholder={any}
      data={values.map((option) => ({ value: option, label: name(option) }))}
      value={value}
      onChange={(chosen) => onChange(values.find((option) => option === chosen) ?? null)}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}` }}
      data-narrowed={value === null ? undefined : true}
    />
  );
}

/** The usual values, then those that only the office's own modules use. */
export function withUsed(usual: readonly string[], used: readonly string[]): readonly string[] {
  return [...new Set([...usual, ...used.toSorted()])];
}
