import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { MIGRATION_WORK } from './migration-work.ts';

/** One step of the schema: `0003_name.sql` has version 3. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Marks the file as an office of Rounds ("RNDS"). */
export const APPLICATION_ID = 0x52_4e_44_53;

/** Every migration in order, gathered when the program is built. */
export const MIGRATIONS: readonly Migration[] = Object.entries(
  import.meta.glob<string>('../../../migrations/*.sql', { query: '?raw', eager: true, import: 'default' }),
)
  .map(([path, sql]) => {
    const name = path.split('/').at(-1) ?? path;
    return { version: Number.parseInt(name, 10), name, sql };
  })
  .sort((one, other) => one.version - other.version);

/** The schema version that this program writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/** Schema version of an open file. */
export function schemaVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the newest schema, each step in one transaction with foreign keys checked at its end.
 * `onStep` is told after each step (the crash tests stop there).
 */
export function migrate(
  database: Database.Database,
  appVersion: string,
  now: () => string,
  onStep: (name: string) => void = () => undefined,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const from = schemaVersion(database);
  // Inside a transaction this pragma is silently ignored, so it is set around all of them.
  database.pragma('foreign_keys = OFF');
  try {
    for (const migration of migrations.filter((step) => step.version > from)) {
      database
        .transaction(() => {
          database.exec(migration.sql);
          MIGRATION_WORK[migration.version]?.(database);
          const violations = database.pragma('foreign_key_check');
          if (Array.isArray(violations) && violations.length > 0)
            throw new Error(`${migration.name} leaves ${violations.length} broken references`);
          database
            .prepare(
              'INSERT INTO schema_history (version, name, sha256, applied_at, app_version) VALUES (?, ?, ?, ?, ?)',
            )
            .run(
              migration.version,
              migration.name,
              createHash('sha256').update(migration.sql).digest('hex'),
              now(),
              appVersion,
            );
          database.pragma(`user_version = ${migration.version}`);
          database.pragma(`application_id = ${APPLICATION_ID}`);
        })
        .immediate();
      onStep(migration.name);
    }
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
