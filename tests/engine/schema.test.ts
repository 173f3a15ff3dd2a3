import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/main/database/migrate.ts';
import { SHAPED_SINCE, WRITABLE } from '../../src/main/database/tables.ts';

/** Columns of each table as `schema.ts` types them, read from its text: the types themselves are gone at run time. */
function typedColumns(): Map<string, readonly string[]> {
  const source = readFileSync(new URL('../../src/main/database/schema.ts', import.meta.url), 'utf8');
  const body = source.slice(source.indexOf('export type Schema'));
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

test('what cannot be put back is known: tables whose columns a migration changed, or whose rows it rewrote', () => {
  const database = new Database(':memory:');
  const columns = new Map<string, string>();
  const since = new Map<string, number>();
  for (const { version, sql } of MIGRATIONS) {
    const upTo = MIGRATIONS.filter((step) => step.version <= version);
    migrate(database, '0', () => '', undefined, upTo);
    const rewritten = new Set([...sql.matchAll(/^UPDATE (\w+) SET/gm)].map(([, table]) => table));
    for (const table of Object.keys(WRITABLE)) {
      const names = database
        .prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid')
        .pluck()
        .all(table)
        .join();
      if (columns.get(table) !== names || rewritten.has(table)) since.set(table, version);
      // A table that is not there yet has no columns: it begins with the first version that has it.
      columns.set(table, names);
    }
  }
  const later = [...since].filter(([, version]) => version > 1);
  expect(Object.entries(SHAPED_SINCE).toSorted()).toEqual(later.toSorted());
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
