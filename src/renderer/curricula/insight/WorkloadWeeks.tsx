import { timeInWords } from '../../../shared/curricula/figures.ts';
import type { Workload, WorkloadWeek } from '../../../shared/curricula/workload.ts';
import { counted, formatShortDateRange } from '../../../shared/format.ts';
import { Bars } from './Bars.tsx';
import { Folded } from './Folded.tsx';
import classes from './Insight.module.css';
import { ModuleName } from './ModuleName.tsx';

/** Minutes of each week of the schedule. */
export function WorkloadWeeks({
  workload,
  schedule,
}: {
  readonly workload: Workload | null;
  /** Where the schedule is set: shown as the next step while there is none. */
  readonly schedule: React.ReactNode;
}) {
  if (!workload)
    return (
      <p className={classes.soft}>
        Say how many weeks it takes, and the work of each week is shown. {schedule}
      </p>
    );
  const { weeks, heaviest, beyond } = workload;
  return (
    <>
      {heaviest ? (
        <p className={classes.finding}>
          Heaviest: <strong>{weekInWords(heaviest)}</strong>, {minutesInWords(heaviest)}.
        </p>
      ) : null}
      <Bars
        label="Minutes by week"
        bars={weeks.map((week) => ({
          key: String(week.week),
          label: (
            <span title={week.modules.map(({ module }) => module.title).join('\n')}>
              {week.week}
              {week.from !== null && week.to !== null ? (
                <span className={classes.soft}> {formatShortDateRange(week.from, week.to)}</span>
              ) : null}
            </span>
          ),
          value: week.minutes,
          most: week.mostMinutes,
          words: week.mostMinutes === 0 ? '–' : minutesInWords(week),
          marked: week === heaviest,
        }))}
      />
      {beyond.length === 0 ? null : (
        <Folded
          title={`${counted(beyond.length, 'module is', 'modules are')} held after the last week`}
          warns
        >
          <ul className={classes.list}>
            {beyond.map(({ module, week }) => (
              <li key={module.id}>
                <ModuleName module={module} /> <span className={classes.soft}>week {week}</span>
              </li>
            ))}
          </ul>
        </Folded>
      )}
      <p className={classes.rule}>{workload.rule}</p>
    </>
  );
}

/** `week 3 (Jan 18–24, 2027)`. */
export function weekInWords({ week, from, to }: WorkloadWeek): string {
  return from === null || to === null ? `week ${week}` : `week ${week} (${formatShortDateRange(from, to)})`;
}

function minutesInWords(week: WorkloadWeek): string {
  return timeInWords(week);
}
