import type { PersonAct } from '../../shared/contract/people-history.ts';
import { Moment } from '../components/index.ts';
import classes from './History.module.css';

/** Acts on a person's record: when, how, and each field before and after. */
export function ActList({ acts }: { readonly acts: readonly PersonAct[] }) {
  return (
    <ol className={classes.acts}>
      {acts.map((act) => (
        <li key={act.changeId} className={classes.act}>
          <div className={classes.when}>
            <Moment at={act.at} />
            <br />
            <span className={classes.soft}>{HOW[act.how]}</span>
          </div>
          <div>
            <div className={classes.title}>{act.title}</div>
            {act.reason === null ? null : <div className={classes.soft}>{act.reason}</div>}
            {act.fields.length > 0 ? (
              <dl className={classes.changes}>
                {act.fields.map(({ label, before, after }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {before === '' ? <span className={classes.soft}>nothing</span> : <del>{before}</del>}
                      <span aria-hidden> → </span>
                      <span className={classes.unseen}> became </span>
                      {after === '' ? <span className={classes.soft}>nothing</span> : <ins>{after}</ins>}
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

const HOW: Readonly<Record<PersonAct['how'], string>> = {
  hand: 'By hand',
  import: 'By an import',
  merge: 'By a merge',
  undo: 'By undo',
  other: 'Along with another act',
};
