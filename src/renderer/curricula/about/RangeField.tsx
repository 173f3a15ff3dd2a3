import { NumberInput } from '@mantine/core';
import classes from './About.module.css';

type Range = { readonly min: number | null; readonly max: number | null };

/** A least and a most, either of which may be open. */
export function RangeField({
  label,
  hint,
  range,
  onChange,
  highest,
  step = 1,
}: {
  /** What is limited, with its unit: `Time, in minutes`. */
  readonly label: string;
  /** The range in other words, such as hours. */
  readonly hint?: string | undefined;
  readonly range: Range;
  readonly onChange: (range: Range) => void;
  readonly highest: number;
  /** Values are multiples of this. */
  readonly step?: number;
}) {
  const { min, max } = range;
  const crossed = min !== null && max !== null && min > max;
  const one = (end: 'min' | 'max', words: string) => (
    <NumberInput
      aria-label={`${label}, ${words}`}
      placeholder="Open"
      prefix={`${words} `}
      value={range[end] ?? ''}
      onChange={(value) => onChange({ ...range, [end]: numberOf(value, highest, step) })}
      min={0}
      max={highest}
      step={step}
      allowDecimal={step < 1}
      allowNegative={false}
      decimalScale={2}
      error={crossed}
    />
  );
  return (
    <div className={classes.range} role="group" aria-label={label}>
      <span className={classes.rangeLabel}>{label}</span>
      <div className={classes.ends}>
        {one('min', 'at least')}
        {one('max', 'at most')}
      </div>
      {crossed ? (
        <p className={classes.wrong} role="alert">
          The least is above the most, so nothing can hold it. Lower the first or raise the second.
        </p>
      ) : hint ? (
        <p className={classes.soft}>{hint}</p>
      ) : null}
    </div>
  );
}

function numberOf(value: string | number, highest: number, step: number): number | null {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return null;
  return Math.max(0, Math.min(highest, Math.round(number / step) * step));
}
