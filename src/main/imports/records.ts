import { z } from 'zod';
import type { Output } from '../../shared/contract/index.ts';
import { RehearsedRow } from '../../shared/contract/people.ts';
import type { Reader } from '../database/index.ts';

const Counts = z.record(z.string(), z.int());

/** Imports that were applied, newest first; of one activity or of all. They stay on record when they are undone. */
export function listImports(read: Reader, activityId: number | null): Output<'imports.list'> {
  const rows = read.rows<{
    id: number;
    kind: string;
    file_name: string;
    applied_at: string;
    counts: string;
    title: string | null;
    change_id: number;
    undone: number;
  }>(
    `SELECT imports.id, imports.kind, file_name, applied_at, counts, activities.title, change_id,
       EXISTS (SELECT 1 FROM changes WHERE undo_of = imports.change_id) AS undone
     FROM imports LEFT JOIN activities ON activities.id = imports.activity_id
     WHERE ? IS NULL OR imports.activity_id = ? ORDER BY imports.id DESC`,
    activityId,
    activityId,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    appliedAt: row.applied_at,
    counts: Counts.parse(JSON.parse(row.counts)),
    activityTitle: row.title,
    changeId: row.change_id,
    undone: row.undone === 1,
  }));
}

/** Every row of an applied import with what became of it. */
export function importRows(read: Reader, importId: number): readonly RehearsedRow[] {
  return read
    .all(
      read.from.selectFrom('import_rows').select('outcome').where('import_id', '=', importId).orderBy('row'),
    )
    .map((row) => RehearsedRow.parse(JSON.parse(row.outcome)));
}
