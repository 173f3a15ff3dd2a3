import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Insight, PrerequisiteGap } from '../../../shared/curricula/insight.ts';
import { PREREQUISITE_RULE } from '../../../shared/curricula/prerequisites.ts';
import type { OutlineActs } from '../builder/outline-acts.ts';
import type { Library } from '../library.ts';
import { gapInWords } from '../words.ts';
import classes from './Insight.module.css';

/** What mends a gap. */
type Mending = Pick<OutlineActs, 'mend' | 'mendAll'>;

/** Prerequisites that are missing, come too late or can be left out, each with the press that mends it. */
export function Gaps({
  found,
  library,
  acts,
}: {
  readonly found: Insight;
  readonly library: Library;
  readonly acts: Mending;
}) {
  if (found.gaps.length === 0)
    return (
      <>
        <p className={classes.fine}>
          <IconCheck size={16} aria-hidden />
          {found.modules === 0 ? 'No prerequisites yet.' : 'All prerequisites come first.'}
        </p>
        <p className={classes.rule}>{PREREQUISITE_RULE}</p>
      </>
    );
  const groups = byPrerequisite(found.gaps);
  const mendable = groups.filter(([gap]) => canMend(gap, library));
  return (
    <>
      <ul className={classes.gaps}>
        {groups.map(([gap, ...others]) => (
          <li key={`${gap.prerequisite} ${gap.kind}`}>
            <IconAlertTriangle size={16} aria-hidden className={classes.gapSign} />
            <Gap gap={gap} others={others.length} library={library} acts={acts} />
          </li>
        ))}
      </ul>
      {mendable.length > 1 ? (
        <Button size="compact-xs" className={classes.act ?? ''} onClick={acts.mendAll}>
          Mend all
        </Button>
      ) : null}
      <p className={classes.rule}>{PREREQUISITE_RULE}</p>
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
  readonly acts: Mending;
}) {
  const wanted = library.byCode.get(gap.prerequisite);
  const title = wanted?.title ?? gap.prerequisite;
  const words = mendingInWords(gap.kind);
  return (
    <div className={classes.gap}>
      <span>
        <strong>{gap.moduleTitle}</strong>
        {others === 0 ? ' requires ' : ` and ${others} more require `}
        <strong>{title}</strong>, which {gapInWords(gap.kind)}.
      </span>
      {canMend(gap, library) ? (
        <Button
          variant="default"
          size="compact-xs"
          className={classes.act ?? ''}
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

function mendingInWords(kind: PrerequisiteGap['kind']): string {
  switch (kind) {
    case 'missing':
      return 'Add it before';
    case 'later':
      return 'Move it before';
    case 'elective':
      return 'Require it before';
  }
}

/** One that has left the library is not added unasked. */
function canMend(gap: PrerequisiteGap, library: Library): boolean {
  return gap.kind !== 'missing' || library.byCode.get(gap.prerequisite)?.retired === false;
}
