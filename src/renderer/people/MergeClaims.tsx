import type { MergeActivity } from '../../shared/contract/people-merge.ts';
import { formatUnits } from '../../shared/credit/amounts.ts';
import type { Side } from '../../shared/people/merge.ts';
import { mergedClaim, suggestedClaim } from '../../shared/people/merged-claims.ts';
import classes from './Merge.module.css';
import { MergeChoice } from './MergeChoice.tsx';

type Claim = MergeActivity['claims'][number];

/** Claims of other credits at one activity: which of two stays, and which is lowered to the AMA PRA claim that stays. */
export function MergeClaims({
  activity,
  amaChoice,
  chosen,
  onChoose,
}: {
  readonly activity: MergeActivity;
  /** The AMA PRA claim chosen by hand, if any. */
  readonly amaChoice: Side | undefined;
  readonly chosen: (typeId: number) => Side | undefined;
  readonly onChoose: (typeId: number, side: Side) => void;
}) {
  const ama = amaStaying(activity, amaChoice);
  return activity.claims.map((claim) => {
    const merged = mergedClaim(claim, chosen(claim.typeId), ama);
    const lowered =
      merged.loweredFrom === null
        ? ''
        : `Lowered from ${formatUnits(merged.loweredFrom, claim)} to ${formatUnits(merged.hundredths, claim)}: it follows the AMA PRA claim that stays.`;
    if (differ(claim))
      return (
        <MergeChoice
          key={claim.typeId}
          label={`${claim.name} claimed`}
          keep={formatUnits(claim.keep ?? 0, claim)}
          other={formatUnits(claim.other ?? 0, claim)}
          value={chosen(claim.typeId) ?? suggestedClaim(claim)}
          note={lowered}
          onChange={(side) => onChoose(claim.typeId, side)}
        />
      );
    return lowered === '' ? null : (
      <p key={claim.typeId} className={classes.soft}>
        {claim.name}: {lowered}
      </p>
    );
  });
}

function differ({ keep, other }: Claim): boolean {
  return keep !== null && other !== null && keep !== other;
}

/** The AMA PRA claim that stays, in hundredths: the only one, or that of the side that is chosen or fixed. */
function amaStaying({ ama, results }: MergeActivity, choice: Side | undefined): number | null {
  const conflict = results.find(({ result }) => result === 'claim');
  if (!conflict) return ama.keep ?? ama.other;
  return ama[conflict.fixed ? conflict.choice : (choice ?? conflict.choice)];
}
