import { createHash } from 'node:crypto';
import type { Reader } from './reader.ts';

/** What one link of the chain covers. */
export type AuditLink = {
  readonly changeId: number;
  readonly at: string;
  readonly method: string;
  readonly title: string;
  readonly reason: string | null;
  readonly undoOf: number | null;
  readonly entity: string;
  readonly entityKey: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly previousHash: string;
};

/** SHA-256 over the link's fields in a fixed order, as hexadecimal. */
export function auditHash(link: AuditLink): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        link.previousHash,
        link.changeId,
        link.at,
        link.method,
        link.title,
        link.reason,
        link.undoOf,
        link.entity,
        link.entityKey,
        link.before,
        link.after,
      ]),
    )
    .digest('hex');
}

/** What walking the chain found; `firstBadRow` is the first audit row that does not fit. */
export type AuditCheck = {
  readonly rows: number;
  readonly ok: boolean;
  readonly firstBadRow: number | null;
  readonly explanation: string;
};

type StoredLink = {
  id: number;
  change_id: number;
  at: string;
  method: string;
  title: string;
  reason: string | null;
  undo_of: number | null;
  entity: string;
  entity_key: string;
  before: string | null;
  after: string | null;
  previous_hash: string;
  hash: string;
};

const PAGE = 5_000;

/** Walks the chain from the first row and names the first one that was changed, removed, inserted or moved. */
export function checkAudit(reader: Reader): AuditCheck {
  const walked = walk(reader, { id: 0, hash: '' });
  if (!walked.ok) return walked;
  const stored = reader.number('SELECT count(*) FROM audit');
  if (stored !== walked.rows)
    return bad(
      walked.rows,
      walked.rows + 1,
      `The act behind record ${walked.rows + 1} is missing from the history.`,
    );
  return { ...walked, explanation: `All ${walked.rows} records follow one another unbroken.` };
}

/**
 * Walks only the end of the chain, as every opening of the file does: what was done to it since it was last closed shows
 * there first, and a long history costs no time at the start.
 */
export function checkRecentAudit(reader: Reader, rows: number): AuditCheck {
  const last = reader.number('SELECT coalesce(max(id), 0) FROM audit');
  const [before] = reader.rows<{ id: number; hash: string }>(
    'SELECT id, hash FROM audit WHERE id = ?',
    Math.max(0, last - rows),
  );
  return walk(reader, before ?? { id: 0, hash: '' });
}

/** Walks from the row after `start` to the end that the file itself remembers. */
function walk(reader: Reader, start: { readonly id: number; readonly hash: string }): AuditCheck {
  let previousHash = start.hash;
  let previousId = start.id;
  let rows = 0;
  for (;;) {
    const page = reader.rows<StoredLink>(
      `SELECT audit.id, change_id, at, method, title, reason, undo_of, entity, entity_key, before, after, previous_hash, hash
       FROM audit JOIN changes ON changes.id = audit.change_id WHERE audit.id > ? ORDER BY audit.id LIMIT ${PAGE}`,
      previousId,
    );
    for (const row of page) {
      if (row.id !== previousId + 1)
        return bad(rows, row.id, `Record ${previousId + 1} is missing from the history.`);
      const hash = auditHash({
        changeId: row.change_id,
        at: row.at,
        method: row.method,
        title: row.title,
        reason: row.reason,
        undoOf: row.undo_of,
        entity: row.entity,
        entityKey: row.entity_key,
        before: row.before,
        after: row.after,
        previousHash,
      });
      if (row.previous_hash !== previousHash || row.hash !== hash)
        return bad(rows, row.id, `Record ${row.id} was changed outside Rounds.`);
      previousHash = hash;
      previousId = row.id;
      rows += 1;
    }
    if (page.length < PAGE) break;
  }
  // The file itself remembers the last number it gave out, so an end that was cut off shows.
  const lastGiven = reader.number("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
  if (lastGiven !== previousId)
    return bad(rows, previousId + 1, `The history ends too early: record ${previousId + 1} is missing.`);
  return { rows, ok: true, firstBadRow: null, explanation: '' };
}

function bad(rows: number, firstBadRow: number, explanation: string): AuditCheck {
  return { rows, ok: false, firstBadRow, explanation };
}
