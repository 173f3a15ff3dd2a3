import type { Module } from '../../../shared/contract/modules.ts';
import { formatDate } from '../../../shared/format.ts';
import { StatusBadge } from '../../components/index.ts';
import classes from './Page.module.css';

/** Where AI tools helped to make the module, the latest first; what nobody reviewed stands out. */
export function ModuleAiUses({ aiUses }: Pick<Module, 'aiUses'>) {
  if (aiUses.length === 0) return <p className={classes.soft}>No use of an AI tool is recorded.</p>;
  const latest = aiUses.toSorted((a, b) => b.usedOn.localeCompare(a.usedOn));
  return (
    <ol className={classes.aiUses}>
      {latest.map((use) => (
        <li
          key={`${use.usedOn} ${use.tool} ${use.version} ${use.task} ${use.reviewer}`}
          data-unreviewed={use.reviewer === '' || undefined}
        >
          <div className={classes.strong}>
            {use.tool}
            {use.version ? ` ${use.version}` : ''}
          </div>
          <div>{use.task}</div>
          <div className={classes.referenceLine}>
            <span className={classes.soft}>{formatDate(use.usedOn)}</span>
            {use.reviewer === '' ? (
              <StatusBadge tone="warning">Not reviewed by a person yet</StatusBadge>
            ) : (
              <StatusBadge tone="good">Reviewed by {use.reviewer}</StatusBadge>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
