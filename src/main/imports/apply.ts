import type { ParsedInput } from '../../shared/contract/index.ts';
import type { RehearsedRow } from '../../shared/contract/people.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { requireActivity } from '../activities/index.ts';
import type { Writer } from '../database/index.ts';
import type { Services } from '../engine/handlers.ts';
import type { JobControl } from '../engine/jobs.ts';
import { applyAttendance } from './apply-attendance.ts';
import { applyReflections } from './apply-reflections.ts';
import { applyRoster } from './apply-roster.ts';
import type { Decisions } from './decisions.ts';
import { countFates, type KeptRehearsal, takeRehearsal } from './rehearse.ts';

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
  const { shown, wrote } = applyPlan(write, rehearsal, decisions, ticked);
  if (!wrote)
    throw new RoundsError(
      'imports/nothing-to-apply',
      'Nothing in this file is new, so there is nothing to import.',
    );
  const rows = [...shown, ...others];
  const importId = keepRecord(write, rehearsal, rows);
  // The last moment at which stopping leaves nothing behind.
  control.checkpoint();
  control.progress(total, total);
  const failed = rows.filter(({ fate }) => fate === 'error').length;
  const held = rows.filter(({ fate }) => fate === 'held').length;
  return { importId, asked: rows.length, done: rows.length - failed - held, held, failed };
}

function applyPlan(
  write: Writer,
  { plan, activityId }: KeptRehearsal,
  decisions: Decisions,
  ticked: (index: number) => void,
): { readonly shown: readonly RehearsedRow[]; readonly wrote: boolean } {
  switch (plan.kind) {
    case 'roster':
      return applyRoster(write, plan, decisions, activityId, ticked);
    case 'attendance':
      return applyAttendance(write, plan, decisions, ticked);
    case 'reflections':
      return applyReflections(write, plan, decisions, ticked);
  }
}

function keepRecord(write: Writer, rehearsal: KeptRehearsal, rows: readonly RehearsedRow[]): number {
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
  return importId;
}

function title(write: Writer, rehearsal: KeptRehearsal): string {
  const where =
    rehearsal.activityId === null ? '' : ` for “${requireActivity(write, rehearsal.activityId).title}”`;
  return `Imported ${rehearsal.kind} “${rehearsal.fileName}”${where}: ${counted(rehearsal.plan.rows.length, 'row', 'rows')}`;
}
