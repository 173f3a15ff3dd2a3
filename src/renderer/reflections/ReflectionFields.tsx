import { Button, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { addDays } from '../../shared/activities/schedule.ts';
import type { ReflectionContent } from '../../shared/contract/reflections.ts';
import { formatShortDate } from '../../shared/format.ts';
import {
  FOLLOW_UP_AFTER_DAYS,
  MOST_CHARACTERS,
  type ReflectionProblem,
} from '../../shared/reflections/rules.ts';
import { lacksFollowUp, type ReflectionValues, withCommitment } from './form.ts';
import classes from './Reflections.module.css';

const OUTCOMES: readonly { readonly value: ReflectionContent['outcome']; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'kept', label: 'Kept' },
  { value: 'partly', label: 'Partly' },
  { value: 'not kept', label: 'Not kept' },
];

/** The texts and dates of a reflection. Follow-up is asked for once there is a commitment. */
export function ReflectionFields({
  values,
  problems,
  tried,
  today,
  offeredDay,
  onChange,
}: {
  readonly values: ReflectionValues;
  readonly problems: readonly ReflectionProblem[];
  /** Saving was tried: what is only missing is said too. */
  readonly tried: boolean;
  readonly today: string;
  /** The day of follow-up that is offered for a commitment. */
  readonly offeredDay: string;
  readonly onChange: (part: Partial<ReflectionValues>) => void;
}) {
  const problem = (field: ReflectionProblem['field']): string | undefined =>
    problems.find((found) => found.field === field)?.message;
  // Shown also when it has been emptied, so that nothing that is recorded is out of sight.
  const committed = values.commitment.trim() !== '' || values.followUpOn !== '' || values.outcome !== 'open';
  return (
    <>
      <TextInput
        type="date"
        label="Written on"
        required
        value={values.writtenOn}
        max={today}
        error={problem('writtenOn')}
        onChange={(event) => onChange({ writtenOn: event.currentTarget.value })}
        className={classes.date ?? ''}
      />
      <Textarea
        label="What will change"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MOST_CHARACTERS}
        value={values.change}
        error={tried || values.change !== '' ? problem('change') : undefined}
        onChange={(event) => onChange({ change: event.currentTarget.value })}
      />
      <Textarea
        label="Commitment to change"
        description="One thing that can be asked about later."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MOST_CHARACTERS}
        value={values.commitment}
        error={problem('commitment')}
        onChange={(event) => onChange(withCommitment(values, event.currentTarget.value, offeredDay))}
      />
      {committed ? (
        <>
          <div className={classes.pair}>
            <TextInput
              type="date"
              label="Follow up on"
              description={
                values.followUpOn === offeredDay
                  ? `${FOLLOW_UP_AFTER_DAYS} days on; choose another if need be.`
                  : undefined
              }
              value={values.followUpOn}
              min={values.writtenOn === '' ? undefined : addDays(values.writtenOn, 1)}
              error={problem('followUpOn')}
              onChange={(event) => onChange({ followUpOn: event.currentTarget.value })}
            />
            {values.outcome === 'open' ? null : (
              <TextInput
                type="date"
                label="Followed up on"
                required
                value={values.followedUpOn}
                max={today}
                error={problem('followedUpOn')}
                onChange={(event) => onChange({ followedUpOn: event.currentTarget.value })}
              />
            )}
          </div>
          {lacksFollowUp(values) ? (
            <div className={classes.unsaved} role="status">
              <span>Without a day, nobody is reminded to ask about it.</span>
              <Button size="compact-sm" variant="subtle" onClick={() => onChange({ followUpOn: offeredDay })}>
                Use {formatShortDate(offeredDay)}
              </Button>
            </div>
          ) : null}
          <Input.Wrapper label="Outcome of the follow-up" labelElement="div" error={problem('outcome')}>
            <SegmentedControl
              fullWidth
              aria-label="Outcome of the follow-up"
              value={values.outcome}
              onChange={(outcome) =>
                onChange({
                  outcome,
                  followedUpOn: outcome === 'open' ? '' : values.followedUpOn || today,
                })
              }
              data={[...OUTCOMES]}
            />
          </Input.Wrapper>
        </>
      ) : null}
    </>
  );
}
