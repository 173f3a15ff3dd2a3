/** How minutes become quarter-hours: to the nearest one, or always down. */
export type Rounding = 'nearest' | 'down';

/**
 * Quarter-hours of credit for minutes of instruction: 60 minutes are 1 credit, in steps of 0.25.
 * `nearest` is the rule of the AMA PRA booklet; a tie (7.5 minutes over) goes down, since no source defines it and
 * the lower figure is never too much (reference/accreditation.md 1.5). `down` is stricter and always allowed.
 */
export function quartersFromMinutes(minutes: number, rounding: Rounding): number {
  if (!Number.isFinite(minutes) || minutes <= 0) return 0;
  const exact = minutes / 15;
  return rounding === 'down' ? Math.floor(exact) : Math.max(0, Math.ceil(exact - 0.5));
}

/**
 * The rounding by which minutes once became these quarter-hours: `usual` where that fits, otherwise the other one. What was
 * published keeps its figures when the office rounds differently later.
 */
export function roundingBehind(
  figures: readonly { readonly minutes: number; readonly quarters: number }[],
  usual: Rounding,
): Rounding {
  const fits = (rounding: Rounding): boolean =>
    figures.every(({ minutes, quarters }) => quartersFromMinutes(minutes, rounding) === quarters);
  const other: Rounding = usual === 'nearest' ? 'down' : 'nearest';
  return !fits(usual) && fits(other) ? other : usual;
}

/** The unrounded credit as text for a shown sum: 52 minutes → `0.87`. */
export function exactCredits(minutes: number): string {
  return (minutes / 60).toFixed(2);
}
