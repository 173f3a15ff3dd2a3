import { mooreName } from '../../../shared/curricula/assessment-mix.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { counted, formatMinutes } from '../../../shared/format.ts';
import { Bars } from './Bars.tsx';
import { Folded } from './Folded.tsx';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';
import { backedPercent } from './standings.ts';

/** How the modules are assessed, and how many claims are shown in performance. */
export function Assessments({ found }: { readonly found: Insight }) {
  const { assessment } = found;
  if (found.modules === 0) return <p className={classes.soft}>No modules yet.</p>;
  return (
    <>
      <Bars
        label="Modules by assessment"
        bars={assessment.levels.map(({ level, modules, minutes }) => ({
          key: level ?? 'none',
          label: level === null ? mooreName(level) : `${level} ${mooreName(level)}`,
          value: modules,
          words: `${modules} · ${formatMinutes(minutes)}`,
        }))}
      />
      {assessment.claims === 0 ? (
        <p className={classes.finding}>No module gives a competency at level 2 or higher.</p>
      ) : (
        <p className={classes.finding}>
          <strong>{backedPercent(found)}%</strong> of {counted(assessment.claims, 'claim', 'claims')} of level
          2 or higher are shown in performance ({assessment.backed}).
        </p>
      )}
      {assessment.unbacked.length === 0 ? null : (
        <Folded
          title={`${counted(assessment.unbacked.length, 'module claims', 'modules claim')} level 2 without it`}
        >
          <ul className={classes.list}>
            {assessment.unbacked.map((module) => (
              <li key={module.id}>
                <ModuleName module={module} />{' '}
                <span className={classes.soft}>{mooreName(module.mooreLevel)}</span>
              </li>
            ))}
          </ul>
        </Folded>
      )}
      <p className={classes.rule}>{assessment.rule}</p>
    </>
  );
}
