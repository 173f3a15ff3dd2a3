import type { Reader } from './reader.ts';
import { SHAPED_SINCE } from './tables.ts';

/**
 * For each table of {@link SHAPED_SINCE}, the id of the first act that was recorded since its rows have had today's shape.
 * The rows of an act before it cannot be put back: they lack columns, or have some that are gone. Told by the order of the
 * acts, so that a clock that is set back later makes nothing old.
 */
export function firstActsInShape(read: Reader): ReadonlyMap<string, number> {
  const first = new Map(
    read
      .rows<{ version: number; first: number | null }>(
        `SELECT version, (SELECT id FROM changes WHERE at >= applied_at ORDER BY id LIMIT 1) AS first
         FROM schema_history`,
      )
      .map((row) => [row.version, row.first ?? Number.POSITIVE_INFINITY]),
  );
  return new Map(Object.entries(SHAPED_SINCE).map(([table, version]) => [table, first.get(version) ?? 0]));
}
