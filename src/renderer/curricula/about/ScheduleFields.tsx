import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { IsoDate } from '../../../shared/contract/primitives.ts';
import type { Insight } from '../../../shared/curricula/insight.ts';
import { formatShortDate } from '../../../shared/format.ts';
import type { Draft } from '../draft/use-draft.ts';
import { WorkloadWeeks, weekInWords } from '../insight/WorkloadWeeks.tsx';
import classes from './About.module.css';

const MOST_WEEKS = 104;

/** First day and length of the curriculum, and beside it the work of each week. */
export function ScheduleFields({ draft, found }: { readonly draft: Draft; readonly found: Insight }) {
  const { schedule } = draft.content;
  const [typed, setTyped] = useState<string | null>(null);
  const startsOn = typed ?? schedule.startsOn ?? '';
  const wrong = startsOn !== '' && !IsoDate.safeParse(startsOn).success;
  const last = found.workload?.weeks.at(-1);

  function setStart(value: string): void {
    const valid = value === '' || IsoDate.safeParse(value).success;
    setTyped(valid ? null : value);
    if (valid) draft.edit('First day', { schedule: { ...schedule, startsOn: value || null } }, true);
  }

  return (
    <div className={classes.constraints}>
      <div className={classes.fields}>
        <div className={classes.pair}>
          <TextInput
            type="date"
            label="First day"
            description="Weeks count from this day."
            value={startsOn}
            onChange={(event) => setStart(event.currentTarget.value)}
            error={wrong ? 'Give a day between 1900 and 2199. Until then the last one stays.' : null}
          />
          <NumberInput
            label="Weeks"
            description="How many it takes, up to 104."
            value={schedule.weeks ?? ''}
            onChange={(value) => {
              const weeks = Math.round(Number(value));
              draft.edit(
                'Weeks',
                { schedule: { ...schedule, weeks: weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null } },
                true,
              );
            }}
            min={1}
            max={MOST_WEEKS}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
          />
        </div>
        {last?.to ? (
          <p className={classes.soft}>
            Ends with {weekInWords(last)}, on {formatShortDate(last.to)}.
          </p>
        ) : null}
      </div>
      <aside className={classes.standing} aria-label="Work of each week">
        <h3 className={classes.standingHeading}>Work of each week</h3>
        <WorkloadWeeks workload={found.workload} schedule={null} />
      </aside>
    </div>
  );
}
