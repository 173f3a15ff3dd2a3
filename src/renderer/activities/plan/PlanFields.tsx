import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { isSelfPaced, modulesByWeek, type SessionPlan } from '../../../shared/activities/session-plan.ts';
import type { CurriculumVersion } from '../../../shared/contract/curricula.ts';
import { counted } from '../../../shared/format.ts';
import classes from './Plan.module.css';
import { WEEKDAYS } from './weekdays.ts';

/** Hours, break, days of the week, and what becomes of self-paced modules and of the weeks of the curriculum. */
export function PlanFields({
  version,
  plan,
  problem,
  onChange,
}: {
  readonly version: CurriculumVersion;
  readonly plan: SessionPlan;
  /** What is wrong with the plan, or null. */
  readonly problem: string | null;
  readonly onChange: (plan: SessionPlan) => void;
}) {
  const change = (part: Partial<SessionPlan>): void => onChange({ ...plan, ...part });
  const selfPaced = version.content.filter(isSelfPaced);
  const weeks = modulesByWeek(version, { inWeeks: true }).length;
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>Plan of the sessions</legend>
      <div className={classes.row}>
        <TextInput
          type="time"
          label="Day starts"
          value={plan.dayStarts}
          onChange={(event) => change({ dayStarts: event.currentTarget.value.slice(0, 5) })}
        />
        <TextInput
          type="time"
          label="Day ends"
          value={plan.dayEnds}
          onChange={(event) => change({ dayEnds: event.currentTarget.value.slice(0, 5) })}
        />
      </div>
      <Checkbox
        label="A break on every day"
        checked={plan.pause !== null}
        onChange={(event) =>
          change({ pause: event.currentTarget.checked ? { from: '12:00', minutes: 60 } : null })
        }
      />
      {plan.pause === null ? null : (
        <div className={classes.row}>
          <TextInput
            type="time"
            label="Break starts"
            value={plan.pause.from}
            onChange={(event) =>
              change({
                pause: { from: event.currentTarget.value.slice(0, 5), minutes: plan.pause?.minutes ?? 60 },
              })
            }
          />
          <NumberInput
            label="Break, in minutes"
            value={plan.pause.minutes}
            onChange={(value) =>
              change({
                pause: {
                  from: plan.pause?.from ?? '12:00',
                  minutes: Math.max(5, Math.min(240, Math.round(Number(value) || 0))),
                },
              })
            }
            min={5}
            max={240}
            allowDecimal={false}
          />
        </div>
      )}
      <Checkbox.Group
        label="Days of the week"
        value={plan.weekdays.map(String)}
        onChange={(days) => change({ weekdays: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <div className={classes.days}>
          {WEEKDAYS.map((name, index) => (
            <Checkbox key={name} value={String(index + 1)} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      {selfPaced.length === 0 ? null : (
        <Select
          label={`Self-paced: ${counted(selfPaced.length, 'module', 'modules')}`}
          description={selfPacedExplained(plan.selfPaced, selfPaced.length === version.content.length)}
          data={[
            { value: 'own-time', label: 'Everybody does them in their own time' },
            { value: 'leave-out', label: 'Not part of this activity' },
            { value: 'as-sessions', label: 'Taught live, as sessions' },
          ]}
          value={plan.selfPaced}
          onChange={(value) => value && change({ selfPaced: value })}
          allowDeselect={false}
        />
      )}
      {weeks > 1 ? (
        <Checkbox
          label={`Keep the ${weeks} weeks of the curriculum’s schedule`}
          description="Week 1 starts on the first day; each module goes into its week."
          checked={plan.inWeeks}
          onChange={(event) => change({ inWeeks: event.currentTarget.checked })}
        />
      ) : null}
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function selfPacedExplained(choice: SessionPlan['selfPaced'], all: boolean): string {
  switch (choice) {
    case 'own-time':
      return all
        ? 'The activity is designated as enduring material; the times only keep the parts apart.'
        : 'They stand after the hours of the day, so that no minute counts twice, and the activity is designated as “other”: live sessions and self-paced modules. An activity that is live throughout leaves them out.';
    case 'leave-out':
      return 'Their time gives no credit here. Designate them as an activity of their own, as enduring material.';
    case 'as-sessions':
      return 'Somebody teaches them in the hours of the day, and the activity is live throughout.';
  }
}
