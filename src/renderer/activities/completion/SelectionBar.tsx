import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { CompletionRow } from '../../../shared/contract/activities.ts';
import { counted, formatShortDate } from '../../../shared/format.ts';
import { readPercent } from '../credit-text.ts';
import { Ask } from '../selection/Ask.tsx';
import { people, RemoveClaim, SelectedPeople } from '../selection/SelectedPeople.tsx';

/** What can be recorded about completion; a field left out stays as it is. */
export type Recorded = {
  readonly assessmentPercent?: number | null;
  readonly evaluationReturnedOn?: string | null;
  readonly claimedQuarters?: number | 'earned' | null;
};

type OnRecord = (
  rows: readonly CompletionRow[],
  recorded: Recorded,
  /** What was done, once it is known for how many. */
  done: (changed: number) => string,
) => void;

/** Records the same for everyone selected; what someone has already is replaced only when asked. */
export function SelectionBar({
  rows,
  pending,
  timeZone,
  onRecord,
  onClear,
}: {
  readonly rows: readonly CompletionRow[];
  readonly pending: boolean;
  readonly timeZone: string;
  readonly onRecord: OnRecord;
  readonly onClear: () => void;
}) {
  const [score, setScore] = useState('');
  const [day, setDay] = useState(() => dateInZone(new Date().toISOString(), timeZone));
  const percent = readPercent(score);
  const physicians = rows.filter(({ kind }) => kind === 'cme');
  const onlyPhysicians = physicians.length === 0 ? 'Only physicians claim AMA PRA credit.' : undefined;
  return (
    <SelectedPeople count={rows.length} onClear={onClear}>
      <Ask
        label="Evaluation returned"
        submit="Record"
        rows={rows}
        has={({ evaluationReturnedOn }) => evaluationReturnedOn !== null}
        what="a day of return"
        ready={() => day !== ''}
        onSubmit={(chosen) =>
          onRecord(
            chosen,
            { evaluationReturnedOn: day },
            (changed) => `Evaluation of ${people(changed)} returned on ${formatShortDate(day)}.`,
          )
        }
      >
        {() => (
          <TextInput
            type="date"
            label="Returned on"
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
          />
        )}
      </Ask>
      <Ask
        label="Assessment score"
        submit="Record"
        rows={rows}
        has={({ assessmentPercent }) => assessmentPercent !== null}
        what="a score"
        ready={() => percent !== null}
        onSubmit={(chosen) =>
          onRecord(
            chosen,
            { assessmentPercent: percent },
            (changed) => `Recorded a score of ${percent}% for ${people(changed)}.`,
          )
        }
      >
        {() => (
          <TextInput
            label="Score for each of them, in percent"
            inputMode="decimal"
            value={score}
            onChange={(event) => setScore(event.currentTarget.value)}
            error={score !== '' && percent === null ? 'Type a score from 0 to 100.' : null}
            required
          />
        )}
      </Ask>
      <Ask
        label="Claim all earned"
        submit="Claim"
        rows={physicians}
        has={({ claimedQuarters }) => claimedQuarters !== null}
        what="a claim"
        ready={() => true}
        pending={pending}
        unavailable={onlyPhysicians}
        onSubmit={(chosen) =>
          onRecord(
            chosen,
            { claimedQuarters: 'earned' },
            (changed) =>
              `Claimed all that attendance allows for ${counted(changed, 'physician', 'physicians')}.`,
          )
        }
      />
      <RemoveClaim
        pending={pending}
        unavailable={onlyPhysicians}
        onRemove={() =>
          onRecord(
            physicians,
            { claimedQuarters: null },
            (changed) => `Took back the claim of ${counted(changed, 'physician', 'physicians')}.`,
          )
        }
      />
    </SelectedPeople>
  );
}
