import type { ImportPurpose } from './fates.ts';

/** An import's rows in groups whose sum is the file. */
export type Balance = {
  readonly total: number;
  readonly parts: readonly { readonly label: string; readonly rows: number }[];
};

/** Adds fates up to what a coordinator asks: what went in, what was there already, what is open, what failed. */
export function balanceOf(
  counts: Readonly<Partial<Record<string, number>>>,
  purpose: ImportPurpose | 'any',
  undone = false,
): Balance {
  const of = (...fates: readonly string[]): number =>
    fates.reduce((sum, fate) => sum + (counts[fate] ?? 0), 0);
  const parts = [
    { label: undone ? 'taken back' : 'imported', rows: of('new', 'known', 'changes') },
    {
      label: purpose === 'attendance' || purpose === 'reflections' ? 'recorded already' : 'nothing new',
      rows: of('same'),
    },
    { label: 'twice in the file', rows: of('duplicate') },
    { label: 'left out', rows: of('ignored') },
    { label: 'held, not decided', rows: of('held') },
    { label: 'cannot be used', rows: of('error') },
  ];
  return {
    total: parts.reduce((sum, { rows }) => sum + rows, 0),
    parts: parts.filter(({ rows }, index) => index === 0 || rows > 0),
  };
}
