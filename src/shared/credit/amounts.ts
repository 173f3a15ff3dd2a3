/** How amounts of any credit are written. Amounts are whole hundredths of a unit: 125 is 1.25 credits. */

/** Names of a credit's unit, and a second unit that is the first divided by a number, such as CEU. */
export type CreditUnits = {
  readonly unitOne: string;
  readonly unitMany: string;
  readonly secondUnit: { readonly one: string; readonly many: string; readonly divisor: number } | null;
};

/** Hundredths of *AMA PRA Category 1 Credit* for quarter-hours: 5 quarter-hours → 125. */
export function hundredthsFromQuarters(quarters: number): number {
  return quarters * 25;
}

/** An amount without its unit: 125 → `1.25`, 100 → `1`, 150 → `1.5`. */
export function formatAmount(hundredths: number): string {
  return String(hundredths / 100);
}

/** An amount with its unit: 125 → `1.25 contact hours`, 100 → `1 contact hour`. */
export function formatUnits(hundredths: number, units: Pick<CreditUnits, 'unitOne' | 'unitMany'>): string {
  return `${formatAmount(hundredths)} ${hundredths === 100 ? units.unitOne : units.unitMany}`;
}

/** The same amount in the second unit, or null where there is none: 125 hundredths of a contact hour → `0.125 CEU`. */
export function formatSecondUnit(hundredths: number, { secondUnit }: CreditUnits): string | null {
  if (secondUnit === null) return null;
  // Three decimals are exact for every divisor of the field (10), and no longer than needed for any other.
  const amount = Math.round((hundredths * 10) / secondUnit.divisor) / 1_000;
  return `${amount} ${amount === 1 ? secondUnit.one : secondUnit.many}`;
}

/**
 * Hundredths from what somebody typed, with a point or a comma: `1.25` → 125. Null for anything else: a sign, more than two
 * decimals, more than 1,000 units, or an amount that is no whole number of steps.
 */
export function readAmount(text: string, stepHundredths: number): number | null {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return hundredths <= MOST_HUNDREDTHS && hundredths % stepHundredths === 0 ? hundredths : null;
}

/** The largest amount that is kept: 1,000 units. */
export const MOST_HUNDREDTHS = 100_000;
