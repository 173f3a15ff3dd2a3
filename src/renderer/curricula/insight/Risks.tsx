import { IconCheck } from '@tabler/icons-react';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted, formatShortDate } from '../../../shared/format.ts';
import { Folded } from './Folded.tsx';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

/** Where the curriculum is thin, where it repeats itself, and what wants a person's look. */
export function Risks({ found }: { readonly found: Insight }) {
  if (found.modules === 0) return <p className={classes.soft}>No modules yet.</p>;
  return (
    <>
      <Upkeep found={found} />
      <Providers found={found} />
    </>
  );
}

function Upkeep({ found: { upkeep } }: { readonly found: Insight }) {
  return (
    <>
      {upkeep.overdue.length === 0 ? (
        <Fine>No module is overdue for review.</Fine>
      ) : (
        <Folded
          title={`${counted(upkeep.overdue.length, 'module is', 'modules are')} overdue for review`}
          warns
        >
          <Due due={upkeep.overdue} />
          <p className={classes.rule}>{upkeep.reviewRule}</p>
        </Folded>
      )}
      {upkeep.soon.length === 0 ? null : (
        <Folded title={`${counted(upkeep.soon.length, 'review is', 'reviews are')} due soon`}>
          <Due due={upkeep.soon} />
          <p className={classes.rule}>{upkeep.reviewRule}</p>
        </Folded>
      )}
      {upkeep.undated === 0 ? null : (
        <p className={classes.soft}>
          {counted(upkeep.undated, 'module has', 'modules have')} no review date.
        </p>
      )}
      {upkeep.unreviewed.length === 0 ? (
        <Fine>
          {upkeep.aiUses === 0
            ? 'No use of an AI tool is recorded.'
            : `${counted(upkeep.aiUses, 'recorded use', 'recorded uses')} of AI tools, all reviewed.`}
        </Fine>
      ) : (
        <Folded
          title={`${counted(upkeep.unreviewed.length, 'use', 'uses')} of AI tools that nobody has reviewed`}
          warns
        >
          <ul className={classes.list}>
            {upkeep.unreviewed.map(({ module, use }) => (
              <li key={`${module.code} ${use.usedOn} ${use.tool} ${use.task}`}>
                <ModuleName module={module} />{' '}
                <span className={classes.soft}>
                  {use.tool}, {formatShortDate(use.usedOn)}: {use.task}
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.rule}>{upkeep.aiRule}</p>
        </Folded>
      )}
    </>
  );
}

function Due({ due }: { readonly due: Insight['upkeep']['overdue'] }) {
  return (
    <ul className={classes.list}>
      {due.map(({ module, reviewBy }) => (
        <li key={module.id}>
          <ModuleName module={module} /> <span className={classes.soft}>{formatShortDate(reviewBy)}</span>
        </li>
      ))}
    </ul>
  );
}

function Providers({ found: { redundancy, targets } }: { readonly found: Insight }) {
  if (targets === 0)
    return (
      <p className={classes.soft}>
        Set targets to see which competencies rest on a single module and which are taught more than once.
      </p>
    );
  const { single, repeated, extra, spare } = redundancy;
  return (
    <>
      {single.length === 0 ? (
        <Fine>No target rests on a single module.</Fine>
      ) : (
        <Folded title={`${counted(single.length, 'target rests', 'targets rest')} on a single module`}>
          <ul className={classes.list}>
            {single.map(({ code, name, by }) => (
              <li key={code}>
                {code} {name}:{' '}
                {by.map(({ module }) => (
                  <ModuleName key={module.id} module={module} />
                ))}
              </li>
            ))}
          </ul>
          <p className={classes.rule}>{redundancy.singleRule}</p>
        </Folded>
      )}
      {extra === 0 ? null : (
        <Folded title={`Redundancy: ${counted(extra, 'extra module', 'extra modules')} at target level`}>
          <ul className={classes.list}>
            {repeated.map(({ code, name, by }) => (
              <li key={code}>
                {code} {name}: {counted(by.length, 'module', 'modules')}
              </li>
            ))}
          </ul>
          <p className={classes.rule}>{redundancy.extraRule}</p>
        </Folded>
      )}
      {spare.length === 0 ? null : (
        <Folded title={`${counted(spare.length, 'module', 'modules')} that no target needs`}>
          <ul className={classes.list}>
            {spare.map((module) => (
              <li key={module.id}>
                <ModuleName module={module} />
              </li>
            ))}
          </ul>
          <p className={classes.rule}>{redundancy.spareRule}</p>
        </Folded>
      )}
    </>
  );
}

function Fine({ children }: { readonly children: React.ReactNode }) {
  return (
    <p className={classes.fine}>
      <IconCheck size={16} aria-hidden />
      {children}
    </p>
  );
}
