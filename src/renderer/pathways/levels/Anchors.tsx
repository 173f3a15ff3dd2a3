import type { Competency } from '../../../shared/contract/modules.ts';
import classes from '../Pathways.module.css';
import { LEVELS } from '../words.ts';

/** What somebody at each level of a competency does: the help for rating. */
export function Anchors({ competency }: { readonly competency: Competency }) {
  return (
    <dl className={classes.anchors}>
      <dt>0 {LEVELS[0]}</dt>
      <dd>None of the below yet.</dd>
      <dt>1 {LEVELS[1]}</dt>
      <dd>{competency.levels[0]}</dd>
      <dt>2 {LEVELS[2]}</dt>
      <dd>{competency.levels[1]}</dd>
      <dt>3 {LEVELS[3]}</dt>
      <dd>{competency.levels[2]}</dd>
    </dl>
  );
}
