import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/main/database/migrate.ts';
import { WRITABLE } from '../../src/main/database/schema.ts';

/** Columns of each table as `schema.ts` types them, read from its text: the types themselves are gone at run time. */
function typedColumns(): Map<string, readonly string[]> {
  const source = readFileSync(new URL('../../src/main/database/schema.ts', import.meta.url), 'utf8');
  const body = source.slice(source.indexOf('export type Schema'), source.indexOf('export type TableName'));
  const tables = new Map<string, readonly string[]>();
  for (const match of body.matchAll(/readonly (\w+): \{([^}]*)\}/g)) {
    const [, table = '', columns = ''] = match;
    tables.set(
      table,
      [...columns.matchAll(/(\w+): [^;]+/g)].map((column) => column[1] ?? ''),
    );
  }
  return tables;
}

function migrated(): Database.Database {
  const database = new Database(':memory:');
  migrate(database, '0', () => '2026-11-24T00:00:00.000Z');
  return database;
}

test('the typed schema and the migrated file have the same tables and columns', () => {
  const database = migrated();
  const typed = typedColumns();
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'people_search%'",
    )
    .pluck()
    .all() as string[];
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables) {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table);
    expect(typed.get(table), table).toEqual(columns);
  }
});

test('every writable table is keyed as the writer believes', () => {
  const database = migrated();
  for (const [table, { key }] of Object.entries(WRITABLE)) {
    const primaryKey = database
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .pluck()
      .all(table);
    expect(primaryKey, table).toEqual([...key]);
  }
});

test('every ordinary table is STRICT', () => {
  const loose = migrated()
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});
