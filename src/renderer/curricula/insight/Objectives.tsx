import type { BloomProfile } from '../../../shared/curricula/bloom-profile.ts';
import { counted, formatCount, sentenceCase } from '../../../shared/format.ts';
import { Bars } from './Bars.tsx';
import { Folded } from './Folded.tsx';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

/** The objectives by the level that their verbs show. */
export function Objectives({ bloom }: { readonly bloom: BloomProfile }) {
  if (bloom.objectives === 0)
    return <p className={classes.soft}>No objectives yet. They come with the modules.</p>;
  return (
    <>
      <Bars
        label="Objectives by level"
        bars={bloom.levels.map(({ level, count }) => ({
          key: level,
          label: sentenceCase(level),
          value: count,
          words: count === 0 ? '–' : formatCount(count),
        }))}
      />
      {bloom.unclear.length === 0 ? null : (
        <Folded
          title={`${counted(bloom.unclear.length, 'objective opens', 'objectives open')} with a verb that is not measurable and count on no level`}
          warns
        >
          <ul className={classes.list}>
            {bloom.unclear.map(({ moduleId, code, title, objective }) => (
              <li key={`${code} ${objective}`}>
                “{objective}” <ModuleName module={{ id: moduleId, code, title }} />
              </li>
            ))}
          </ul>
        </Folded>
      )}
      {bloom.without === 0 ? null : (
        <p className={classes.soft}>
          {counted(bloom.without, 'module states', 'modules state')} no objective.
        </p>
      )}
      <p className={classes.rule}>{bloom.rule}</p>
    </>
  );
}
