import classes from '../Pathways.module.css';

/** The rule by which one value counts and another does not, where the levels are read. */
export function LevelRule() {
  return (
    <details className={classes.help}>
      <summary>
        A self-rating counts to level 2 (Apply) at most; an assessment or an observation counts before it.
      </summary>
      <ol>
        <li>What you set by hand counts before everything; the reason stays on record.</li>
        <li>Then the latest assessment or observation, even when it is lower than an earlier one.</li>
        <li>Then what was taught in modules completed with a certificate: the highest level, never a sum.</li>
        <li>Then the latest self-rating or reflection, as level 2 (Apply) at most.</li>
      </ol>
      <p>
        In a competency that is bound to a specialty, level 3 counts only from a module made for the learner’s
        own group. Self-ratings alone agree poorly with what people do, least of all in those who are most
        sure: that is why they are held at level 2.
      </p>
    </details>
  );
}
