import { NumberInput, Switch } from '@mantine/core';
import type { CompletionRules } from '../../../shared/contract/activities.ts';
import classes from './Overview.module.css';
import type { Overview } from './use-overview.ts';

/** Attendance, assessment and evaluation, as the activity asks for them. */
export function RuleFields({ overview }: { readonly overview: Overview }) {
  const { rules } = overview.draft.content;
  const change = (part: Partial<CompletionRules>): void => overview.change({ rules: { ...rules, ...part } });
  return (
    <div className={classes.rules}>
      <NumberInput
        label="Minimum attendance, in percent"
        description={
          overview.electives.length === 0
            ? 'Of the minutes that count for credit; 0 asks for any attendance.'
            : 'Of the minutes that count for credit; of electives, only as many as their rule asks. 0 asks for any attendance.'
        }
        value={rules.minimumAttendancePercent}
        onChange={(value) => change({ minimumAttendancePercent: percent(value) })}
        min={0}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <div className={classes.rule}>
        <Switch
          label="Assessment must be passed"
          checked={rules.assessmentRequired}
          onChange={(event) => change({ assessmentRequired: event.currentTarget.checked })}
        />
        {rules.assessmentRequired ? (
          <NumberInput
            label="Score that passes, in percent"
            value={rules.passPercent}
            onChange={(value) => change({ passPercent: percent(value) })}
            min={0}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
          />
        ) : null}
      </div>
      <Switch
        label="Evaluation must be returned"
        checked={rules.evaluationRequired}
        onChange={(event) => change({ evaluationRequired: event.currentTarget.checked })}
      />
    </div>
  );
}

function percent(value: string | number): number {
  return Math.max(0, Math.min(100, Math.round(Number(value) || 0)));
}
