import classes from '../Pathways.module.css';

/** How a pathway is worked out, in the order in which the rules decide. */
export function HowItWorks() {
  return (
    <details className={classes.help}>
      <summary>How this is worked out</summary>
      <ol>
        <li>
          Every target that the learner does not show today has to be reached by one module of the pathway.
          The highest level counts, never a sum of lower ones.
        </li>
        <li>
          A module comes with the modules it needs first, unless the learner completed them, shows everything
          they teach, or you count them as known.
        </li>
        <li>
          Only modules open to the learner’s specialty are taken. In a competency that is bound to a
          specialty, level 3 counts only from a module made for it.
        </li>
        <li>Credit, time budget, minutes by domain and your decisions by hand hold without exception.</li>
        <li>
          Among all pathways that do, the shortest is taken; of equally short ones the one that fits the
          specialty and practice area best; then the one whose module codes come first. The same request on
          the same records always gives the same pathway.
        </li>
      </ol>
      <p>
        Credit is a suggestion from the minutes; the activity in which a module is taught decides what is
        designated.
      </p>
    </details>
  );
}
