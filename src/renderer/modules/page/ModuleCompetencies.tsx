import type { Module } from '../../../shared/contract/modules.ts';
import { levelName } from '../../../shared/curricula/words.ts';
import { useRead } from '../../api/index.ts';
import { DomainMark } from '../DomainMark.tsx';
import classes from './Page.module.css';

/** What the module teaches and how far, in the framework's own words. */
export function ModuleCompetencies({ module }: { readonly module: Module }) {
  const list = useRead('competencies.list', {});
  if (module.competencies.length === 0)
    return <p className={classes.soft}>None chosen yet: the module counts towards no competency.</p>;
  const byCode = new Map((list.data ?? []).map((competency) => [competency.code, competency]));
  return (
    <ul className={classes.competencies}>
      {module.competencies.map(({ code, level }) => {
        const competency = byCode.get(code);
        return (
          <li key={code}>
            <DomainMark domain={competency?.domain ?? null} text={code} />
            <div>
              <div className={classes.strong}>{competency?.name ?? code}</div>
              {competency ? <div className={classes.levelText}>{competency.levels[level - 1]}</div> : null}
            </div>
            <span className={classes.level}>
              Level {level}, {levelName(level).toLowerCase()}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
