import type { Output } from '../../shared/contract/index.ts';
import type { Reader } from './reader.ts';
import { firstActsInShape } from './row-shape.ts';
import { FOUNDED, SEALED } from './tables.ts';

/** The latest acts, newest first, and whether each can be undone. */
export function recentChanges(read: Reader, limit: number): Output<'changes.recent'> {
  const rows = read.rows<{
    id: number;
    at: string;
    method: string;
    title: string;
    reason: string | null;
    rows: number;
    entities: string | null;
    made: string | null;
    undone: number;
  }>(
    `SELECT changes.id, at, method, title, reason, count(audit.id) AS rows, group_concat(DISTINCT audit.entity) AS entities,
       group_concat(DISTINCT CASE WHEN audit.before IS NULL THEN audit.entity END) AS made,
       EXISTS (SELECT 1 FROM changes AS later WHERE later.undo_of = changes.id) AS undone
     FROM (SELECT * FROM changes ORDER BY id DESC LIMIT ?) AS changes LEFT JOIN audit ON audit.change_id = changes.id
     GROUP BY changes.id ORDER BY changes.id DESC`,
    limit,
  );
  const inShape = firstActsInShape(read);
  return rows.map(({ id, entities, made, undone, ...row }) => ({
    ...row,
    changeId: id,
    undoable:
      undone === 0 &&
      !some(entities, (table) => SEALED.has(table) || id < (inShape.get(table) ?? 0)) &&
      !some(made, (table) => FOUNDED.has(table)),
  }));
}

/** Whether one of the tables in a list, parted by commas, is such. */
function some(tables: string | null, is: (table: string) => boolean): boolean {
  return (tables ?? '').split(',').some(is);
}
