import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import type { Library } from '../library.ts';
import classes from './Builder.module.css';
import type { OutlineActs } from './outline-acts.ts';

/** Prerequisites that are missing or come too late, each with the press that mends it. */
export function Gaps({
  gaps,
  library,
  acts,
}: {
  readonly gaps: readonly PrerequisiteGap[];
  readonly library: Library;
  readonly acts: OutlineActs;
}) {
  const groups = byPrerequisite(gaps);
  const mendable = groups.filter(([gap]) => canMend(gap, library));
  return (
    <>
      <div className={classes.partHead}>
        <h3 className={classes.partHeading}>Prerequisites</h3>
        {mendable.length > 1 ? (
          <Button size="compact-xs" onClick={acts.mendAll}>
            Mend all
          </Button>
        ) : null}
      </div>
      <ul className={classes.gaps}>
        {groups.map(([gap, ...others]) => (
          <li key={gap.prerequisite}>
            <IconAlertTriangle size={16} aria-hidden className={classes.gapSign} />
            <Gap gap={gap} others={others.length} library={library} acts={acts} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Group = [PrerequisiteGap, ...PrerequisiteGap[]];

/** One notice for one prerequisite: what mends it for the first module mends it for those after. */
function byPrerequisite(gaps: readonly PrerequisiteGap[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const gap of gaps) {
    const group = groups.get(gap.prerequisite);
    if (group) group.push(gap);
    else groups.set(gap.prerequisite, [gap]);
  }
  return [...groups.values()];
}

function Gap({
  gap,
  others,
  library,
  acts,
}: {
  readonly gap: PrerequisiteGap;
  /** How many modules further down require the same. */
  readonly others: number;
  readonly library: Library;
  readonly acts: OutlineActs;
}) {
  const wanted = library.byCode.get(gap.prerequisite);
  const title = wanted?.title ?? gap.prerequisite;
  const words = gap.kind === 'missing' ? 'Add it before' : 'Move it before';
  return (
    <div className={classes.gap}>
      <span>
        <strong>{gap.moduleTitle}</strong>
        {others === 0 ? ' requires ' : ` and ${others} more require `}
        <strong>{title}</strong>
        {gap.kind === 'missing' ? ', which is not in the outline.' : ', which comes only after it.'}
      </span>
      {canMend(gap, library) ? (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`${words} ${gap.moduleTitle}: ${title}`}
          onClick={() => acts.mend(gap)}
        >
          {words}
        </Button>
      ) : wanted ? (
        <Anchor component={Link} href={`/modules/${wanted.id}`} size="xs">
          It is no longer in the library: open it
        </Anchor>
      ) : (
        <span>The library does not hold it: change what the module requires.</span>
      )}
    </div>
  );
}

/** One that has left the library is not added unasked. */
function canMend(gap: PrerequisiteGap, library: Library): boolean {
  return gap.kind === 'later' || library.byCode.get(gap.prerequisite)?.retired === false;
}
