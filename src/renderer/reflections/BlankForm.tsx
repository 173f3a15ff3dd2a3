import type { Activity } from '../../shared/contract/activities.ts';
import type { Competency } from '../../shared/contract/modules.ts';
import { formatDateRange } from '../../shared/format.ts';
import { ANCHORS } from '../../shared/reflections/scale.ts';
import classes from './BlankForm.module.css';
import { PrintPage } from './PrintPage.tsx';

/** Lines to write on below each question; fewer where many competencies have to fit on the page. */
const LINES = 4;
const FEW_LINES = 2;
const MANY_COMPETENCIES = 14;

/** The form that learners fill in by hand, on one page, with the competencies that the activity teaches. */
export function BlankForm({
  activity,
  taught,
  onDone,
}: {
  readonly activity: Activity;
  readonly taught: readonly Competency[];
  readonly onDone: () => void;
}) {
  const lines = taught.length > MANY_COMPETENCIES ? FEW_LINES : LINES;
  return (
    <PrintPage onDone={onDone}>
      <h1>Reflection</h1>
      <p>
        {activity.title}, {formatDateRange(activity.startsOn, activity.endsOn)}
      </p>
      <div className={classes.fields}>
        <span>Name</span>
        <span>E-mail</span>
        <span>Date</span>
      </div>
      <h2>What will you change in your practice?</h2>
      <Ruled lines={lines} />
      <h2>What do you commit to? One thing that we may ask you about.</h2>
      <Ruled lines={lines} />
      <div className={classes.fields}>
        <span>You may ask me about it on</span>
      </div>
      <h2>How confident are you?</h2>
      <p>
        Circle one number before and one now: 0 none; 1 aware, I know about it; 2 apply, I can do it; 3 lead,
        I do it and help others to.
      </p>
      <table className={classes.ratings}>
        <thead>
          <tr>
            <th scope="col">Competency</th>
            <th scope="col">Before the activity</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {taught.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                {code} {name}
              </th>
              <td>
                <Numbers />
              </td>
              <td>
                <Numbers />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>Your answers help to improve the activity and to plan your next steps. They are not graded.</p>
    </PrintPage>
  );
}

function Ruled({ lines }: { readonly lines: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
        <div key={line} className={classes.rule} />
      ))}
    </div>
  );
}

function Numbers() {
  return (
    <span className={classes.numbers}>
      {ANCHORS.map(({ level }) => (
        <span key={level}>{level}</span>
      ))}
    </span>
  );
}
