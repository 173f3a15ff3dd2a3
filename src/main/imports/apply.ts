import type { ParsedInput } from '../../shared/contract/index.ts';
import type { PersonContent, RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { requireActivity } from '../activities/activities.ts';
import { writeMarks } from '../activities/attendance.ts';
import { enrol } from '../activities/enrolments.ts';
import type { Writer } from '../database/index.ts';
import type { Services } from '../engine/handlers.ts';
import type { JobControl } from '../engine/jobs.ts';
import { columns, insertPerson, personContent } from '../people/people.ts';
import type { AttendanceAct, RosterAct } from './plan.ts';
import { countFates, type KeptRehearsal, takeRehearsal } from './rehearse.ts';
import { compare } from './roster.ts';

type Decisions = ReadonlyMap<number, ParsedInput<'imports.apply'>['decisions'][number]['choice']>;
/** A row's outcome after it was applied. */
type Applied = { readonly shown: RehearsedRow; readonly wrote: boolean };

const PROGRESS_EVERY = 200;

/** Applies a rehearsal as one act that can be undone; stopping it changes nothing. */
export function applyRehearsal(
  services: Services,
  rehearsalId: string,
  decisions: ParsedInput<'imports.apply'>['decisions'],
): { readonly jobId: string } {
  const rehearsal = takeRehearsal(services.file, rehearsalId);
  const chosen: Decisions = new Map(decisions.map(({ row, choice }) => [row, choice]));
  return services.jobs.start('import', `Importing “${rehearsal.fileName}”`, async (control) => {
    // Somebody may have worked on between asking and starting.
    takeRehearsal(services.file, rehearsalId);
    const { value, report } = services.file.write('imports.apply', (write) =>
      apply(write, rehearsal, chosen, control),
    );
    return { ...value, changeId: report.changeId };
  });
}

function apply(
  write: Writer,
  rehearsal: KeptRehearsal,
  decisions: Decisions,
  control: JobControl,
): {
  readonly importId: number;
  readonly asked: number;
  readonly done: number;
  readonly held: number;
  readonly failed: number;
} {
  const { plan, others } = rehearsal;
  const total = plan.rows.length;
  write.describe(title(write, rehearsal));
  const ticked = (index: number): void => {
    if (index % PROGRESS_EVERY !== 0) return;
    control.checkpoint();
    control.progress(index, total);
  };
  const applied: Applied[] =
    plan.kind === 'roster'
      ? plan.rows.map(({ shown, act }, index) => {
          ticked(index);
          return applyRoster(write, shown, act, decisions.get(shown.row), rehearsal.activityId);
        })
      : plan.rows.map(({ shown, act }, index) => {
          ticked(index);
          return applyAttendance(write, shown, act, decisions.get(shown.row), plan.activityId);
        });
  if (!applied.some(({ wrote }) => wrote))
    throw new RoundsError(
      'imports/nothing-to-apply',
      'Nothing in this file is new, so there is nothing to import.',
    );
  const rows = [...applied.map(({ shown }) => shown), ...others];
  const importId = write.insert('imports', {
    kind: rehearsal.kind,
    activity_id: rehearsal.activityId,
    file_name: rehearsal.fileName,
    file_sha256: rehearsal.fileSha256,
    layout: rehearsal.layout,
    counts: JSON.stringify(countFates(rows)),
    change_id: write.changeId(),
    applied_at: write.now,
  });
  for (const row of rows)
    write.insert('import_rows', {
      import_id: importId,
      row: row.row,
      fate: row.fate,
      outcome: JSON.stringify(row),
    });
  control.progress(total, total);
  const failed = rows.filter(({ fate }) => fate === 'error').length;
  const held = rows.filter(({ fate }) => fate === 'held').length;
  return { importId, asked: rows.length, done: rows.length - failed - held, held, failed };
}

function title(write: Writer, rehearsal: KeptRehearsal): string {
  const where =
    rehearsal.activityId === null ? '' : ` for “${requireActivity(write, rehearsal.activityId).title}”`;
  const what = rehearsal.kind === 'roster' ? 'roster' : 'attendance';
  return `Imported ${what} “${rehearsal.fileName}”${where}: ${counted(rehearsal.plan.rows.length, 'row', 'rows')}`;
}

function applyRoster(
  write: Writer,
  shown: RehearsedRow,
  act: RosterAct | null,
  choice: 'new' | 'leave-out' | number | undefined,
  activityId: number | null,
): Applied {
  if (act === null) return { shown, wrote: false };
  if (shown.fate !== 'held') return writeRoster(write, shown, act, activityId);
  if (choice === undefined) return { shown, wrote: false };
  if (choice === 'leave-out')
    return { shown: decided(shown, 'ignored', 'Left out by decision.', null), wrote: false };
  if (choice === 'new')
    // The address or NPI that belongs to someone else stays with them.
    return writeRoster(
      write,
      decided(shown, 'new', 'Added as a new person by decision.', null),
      { ...act, content: withoutTaken(write, act.content) },
      activityId,
    );
  return writeRoster(
    write,
    decided(shown, 'known', 'The person was chosen by hand.', choice),
    { ...act, personId: choice, fill: compare(known(write, choice), act.content).fill },
    activityId,
  );
}

function writeRoster(write: Writer, shown: RehearsedRow, act: RosterAct, activityId: number | null): Applied {
  let wrote = false;
  let { personId } = act;
  if (personId === null) {
    personId = insertPerson(write, act.content);
    wrote = true;
  } else if (Object.keys(act.fill).length > 0) {
    wrote = write.update('people', { id: personId }, columns({ ...known(write, personId), ...act.fill }));
  }
  if (activityId !== null && !isEnrolled(write, activityId, personId)) {
    enrol(write, activityId, personId);
    wrote = true;
  }
  return { shown: { ...shown, personId }, wrote };
}

function applyAttendance(
  write: Writer,
  shown: RehearsedRow,
  act: AttendanceAct | null,
  choice: 'new' | 'leave-out' | number | undefined,
  activityId: number,
): Applied {
  if (act === null) return { shown, wrote: false };
  if (shown.fate !== 'held')
    return act.enrolmentId === null
      ? { shown, wrote: false }
      : { shown, wrote: writeAttendance(write, act, act.enrolmentId, activityId) };
  if (choice === undefined) return { shown, wrote: false };
  if (choice === 'leave-out')
    return { shown: decided(shown, 'ignored', 'Left out by decision.', null), wrote: false };
  const personId = choice === 'new' ? insertPerson(write, withoutTaken(write, act.content)) : choice;
  known(write, personId);
  const enrolmentId = enrolmentOf(write, activityId, personId) ?? enrol(write, activityId, personId);
  writeAttendance(write, act, enrolmentId, activityId);
  const reason = choice === 'new' ? 'Added as a new person by decision.' : 'The person was chosen by hand.';
  return { shown: decided(shown, 'new', reason, personId), wrote: true };
}

function writeAttendance(
  write: Writer,
  act: AttendanceAct,
  enrolmentId: number,
  activityId: number,
): boolean {
  const marked =
    writeMarks(
      write,
      activityId,
      act.marks.map((mark) => ({ ...mark, enrolmentId })),
      'import',
    ) > 0;
  const patch = {
    ...(act.assessmentPercent === null ? {} : { assessment_percent: act.assessmentPercent }),
    ...(act.evaluationReturnedOn === null ? {} : { evaluation_returned_on: act.evaluationReturnedOn }),
  };
  return write.update('enrolments', { id: enrolmentId }, patch) || marked;
}

function decided(
  shown: RehearsedRow,
  fate: RehearsedRow['fate'],
  reason: string,
  personId: number | null,
): RehearsedRow {
  return { ...shown, fate, reason: `${reason} Before: ${shown.reason}`, personId };
}

/** @throws RoundsError `people/not-found` when a chosen person is gone */
function known(write: Writer, personId: number): PersonContent {
  const row = write.first(write.from.selectFrom('people').selectAll().where('id', '=', personId));
  if (!row)
    throw new RoundsError(
      'people/not-found',
      'A person that was chosen is not there any more. Look at the file again.',
    );
  return personContent(row);
}

function withoutTaken(write: Writer, content: PersonContent): PersonContent {
  const taken = (column: 'email_key' | 'npi', value: string): boolean =>
    value !== '' &&
    write.first(write.from.selectFrom('people').select('id').where(column, '=', value)) !== undefined;
  return {
    ...content,
    email: taken('email_key', content.email.toLowerCase()) ? '' : content.email,
    npi: taken('npi', content.npi) ? '' : content.npi,
  };
}

function isEnrolled(write: Writer, activityId: number, personId: number): boolean {
  return enrolmentOf(write, activityId, personId) !== undefined;
}

function enrolmentOf(write: Writer, activityId: number, personId: number): number | undefined {
  return write.first(
    write.from
      .selectFrom('enrolments')
      .select('id')
      .where('activity_id', '=', activityId)
      .where('person_id', '=', personId),
  )?.id;
}
