import type Database from 'better-sqlite3';
import { fold } from '../../shared/people/name.ts';

/** What SQL alone cannot do of a step of the schema, by its version; runs in the same transaction, after the step's SQL. */
export const MIGRATION_WORK: Readonly<Record<number, (database: Database.Database) => void>> = {
  3: searchLicences,
};

/**
 * Since schema 3 people are found by license too: those who were there before get theirs into `search_key`, as `searchKey` would
 * write it. It follows from the rest of the row, so it is no change of the record. The index is built anew at the end, which
 * for 100,000 people takes a fraction of following each row.
 */
function searchLicences(database: Database.Database): void {
  database.function('rounds_fold', { deterministic: true }, (text) => fold(String(text)));
  const follow = database
    .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'people_search_update'`)
    .pluck()
    .get();
  if (typeof follow !== 'string') throw new Error('there is no trigger people_search_update');
  database.exec('DROP TRIGGER people_search_update');
  database.exec(
    `UPDATE people SET search_key = search_key || coalesce(
       (SELECT ' | ' || rounds_fold(group_concat(value ->> 'number', ' | ')) FROM json_each(licences)
        WHERE value ->> 'number' <> ''), '')
     WHERE licences <> '[]'`,
  );
  database.exec(`INSERT INTO people_search (people_search) VALUES ('rebuild')`);
  database.exec(follow);
}
