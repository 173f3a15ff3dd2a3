import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useId } from 'react';
import type { DraftSession } from './draft.ts';
import classes from './Overview.module.css';

/** One session in its row. Plain fields: an activity may have hundreds of sessions. */
export const SessionRow = memo(function SessionRow({
  session,
  number,
  problem,
  elective,
  onChange,
  onRemove,
  removable,
}: {
  readonly session: DraftSession;
  readonly number: number;
  readonly problem: string | null;
  /** The group of electives that it belongs to, in words; null when everybody attends it. */
  readonly elective: string | null;
  readonly onChange: (part: Partial<DraftSession>) => void;
  readonly onRemove: () => void;
  readonly removable: boolean;
}) {
  const problemId = useId();
  const described = problem ? { 'aria-invalid': true, 'aria-describedby': problemId } : {};
  return (
    <tr data-problem={problem ? true : undefined}>
      <td>
        <input
          className={classes.cellField}
          aria-label={`Title of session ${number}`}
          value={session.title}
          maxLength={300}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
          {...described}
        />
        {elective === null ? null : <div className={classes.elective}>{elective}</div>}
        {problem ? (
          <div id={problemId} className={classes.problem}>
            {problem}
          </div>
        ) : null}
      </td>
      <td>
        <input
          className={classes.cellField}
          type="date"
          aria-label={`Day of session ${number}`}
          value={session.date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
      </td>
      <td>
        <input
          className={classes.cellField}
          type="time"
          aria-label={`Start of session ${number}`}
          value={session.startTime}
          onChange={(event) => onChange({ startTime: event.currentTarget.value.slice(0, 5) })}
        />
      </td>
      <td>
        <input
          className={classes.cellField}
          type="number"
          min={1}
          max={1440}
          aria-label={`Minutes of session ${number}`}
          value={Number.isNaN(session.minutes) ? '' : session.minutes}
          onChange={(event) => onChange({ minutes: event.currentTarget.valueAsNumber })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          className={classes.tick}
          aria-label={`Session ${number} counts for credit`}
          checked={session.countsForCredit}
          onChange={(event) => onChange({ countsForCredit: event.currentTarget.checked })}
        />
      </td>
      <td>
        <ActionIcon
          color="gray"
          aria-label={`Remove session ${number}, ${session.title}`}
          disabled={!removable}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
});
