import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { CompletionRow } from '../../../shared/contract/activities.ts';
import { counted, formatCount, formatShortDate } from '../../../shared/format.ts';
import classes from '../Activities.module.css';
import { readPercent } from '../credit-text.ts';

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
  const onlyPhysicians = physicians.length === 0 ? 'Only physicians claim credit.' : undefined;
  return (
    <section className={classes.bar} aria-label="Selected people">
      <span className={classes.barCount}>{people(rows.length)} selected</span>
      <Ask
        label="Evaluation returned"
        submit="Record"
        rows={rows}
        has={({ evaluationReturnedOn }) => evaluationReturnedOn !== null}
        what="a day of return"
        ready={day !== ''}
        onSubmit={(chosen) =>
          onRecord(
            chosen,
            { evaluationReturnedOn: day },
            (changed) => `Evaluation of ${people(changed)} returned on ${formatShortDate(day)}.`,
          )
        }
      >
        <TextInput
          type="date"
          label="Returned on"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          required
        />
      </Ask>
      <Ask
        label="Assessment score"
        submit="Record"
        rows={rows}
        has={({ assessmentPercent }) => assessmentPercent !== null}
        what="a score"
        ready={percent !== null}
        onSubmit={(chosen) =>
          onRecord(
            chosen,
            { assessmentPercent: percent },
            (changed) => `Recorded a score of ${percent}% for ${people(changed)}.`,
          )
        }
      >
        <TextInput
          label="Score for each of them, in percent"
          inputMode="decimal"
          value={score}
          onChange={(event) => setScore(event.currentTarget.value)}
          error={score !== '' && percent === null ? 'Type a score from 0 to 100.' : null}
          required
        />
      </Ask>
      <Ask
        label="Claim all earned"
        submit="Claim"
        rows={physicians}
        has={({ claimedQuarters }) => claimedQuarters !== null}
        what="a claim"
        ready
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
      <Button
        size="compact-sm"
        variant="default"
        loading={pending}
        disabled={onlyPhysicians !== undefined}
        title={onlyPhysicians}
        onClick={() =>
          onRecord(
            physicians,
            { claimedQuarters: null },
            (changed) => `Took back the claim of ${counted(changed, 'physician', 'physicians')}.`,
          )
        }
      >
        Remove the claim
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </section>
  );
}

function people(count: number): string {
  return counted(count, 'person', 'people');
}

/** Asks for what is recorded, and what becomes of those who have it already; with nothing to ask it acts at once. */
function Ask({
  label,
  submit,
  rows,
  has,
  what,
  ready,
  pending = false,
  unavailable,
  onSubmit,
  children,
}: {
  readonly label: string;
  readonly submit: string;
  readonly rows: readonly CompletionRow[];
  /** Whether someone has already what is being recorded. */
  readonly has: (row: CompletionRow) => boolean;
  /** What they have, as in “already has a score”. */
  readonly what: string;
  readonly ready: boolean;
  readonly pending?: boolean;
  /** Why this cannot be asked for. */
  readonly unavailable?: string | undefined;
  readonly onSubmit: (rows: readonly CompletionRow[]) => void;
  readonly children?: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const [replace, setReplace] = useState(false);
  const already = rows.filter(has).length;
  const chosen = replace ? rows : rows.filter((row) => !has(row));

  function open(next: boolean): void {
    setReplace(false);
    setOpened(next);
  }
  function send(event: FormEvent): void {
    event.preventDefault();
    if (!ready || chosen.length === 0) return;
    onSubmit(chosen);
    open(false);
  }
  return (
    <Popover opened={opened} onChange={open} trapFocus withArrow position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={pending}
          disabled={unavailable !== undefined}
          title={unavailable}
          onClick={() => (children || already > 0 ? open(!opened) : onSubmit(rows))}
          aria-expanded={opened}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.ask} onSubmit={send} noValidate>
          {children}
          {already > 0 ? (
            <Checkbox
              label={already === 1 ? 'Replace it' : 'Replace them'}
              description={`${formatCount(already)} of ${formatCount(rows.length)} already ${already === 1 ? 'has' : 'have'} ${what}.`}
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />
          ) : null}
          <Button type="submit" disabled={!ready || chosen.length === 0}>
            {already > 0 && chosen.length > 0 ? `${submit} for ${formatCount(chosen.length)}` : submit}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
