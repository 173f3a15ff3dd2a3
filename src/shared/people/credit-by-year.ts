/** The type of credit that every activity gives today. */
export const AMA_PRA_1 = 'AMA PRA Category 1 Credit™';

/** Credit that one activity gave a person: its type, and when it was earned, `YYYY-MM-DD`. In quarter-hours. */
export type EarnedCredit = {
  readonly creditType: string;
  readonly earnedOn: string;
  readonly claimedQuarters: number;
  readonly awardedQuarters: number;
};

/** Credit of one type in one year. */
export type CreditOfYear = {
  readonly year: number;
  readonly creditType: string;
  readonly activities: number;
  readonly claimedQuarters: number;
  readonly awardedQuarters: number;
};

/** Adds credit up by calendar year and type: the latest year first, types in order of their names. */
export function creditByYear(earned: readonly EarnedCredit[]): readonly CreditOfYear[] {
  const groups = Map.groupBy(earned, ({ earnedOn, creditType }) => `${earnedOn.slice(0, 4)} ${creditType}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first
        ? [
            {
              year: Number(first.earnedOn.slice(0, 4)),
              creditType: first.creditType,
              activities: group.length,
              claimedQuarters: group.reduce((sum, one) => sum + one.claimedQuarters, 0),
              awardedQuarters: group.reduce((sum, one) => sum + one.awardedQuarters, 0),
            },
          ]
        : [];
    })
    .toSorted((a, b) => b.year - a.year || a.creditType.localeCompare(b.creditType));
}
