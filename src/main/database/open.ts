import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Problem } from '../../shared/contract/system.ts';
import { checkFile } from './check.ts';
import { APPLICATION_ID, SCHEMA_VERSION, schemaVersion } from './migrate.ts';

/** Name of the office file inside the data folder. */
export const OFFICE_FILE = 'rounds.db';

/** An opened connection, or in words why there is none. Nothing is deleted or changed on the way to a problem. */
export type Opened =
  | { readonly ok: true; readonly database: Database.Database }
  | { readonly ok: false; readonly problem: Problem };

/** Opens the office file of a data folder, making both if they are not there. Does not migrate. */
export function openOfficeFile(dataDirectory: string): Opened {
  const folder = prepareFolder(dataDirectory);
  if (folder) return { ok: false, problem: folder };
  const path = join(dataDirectory, OFFICE_FILE);
  let database: Database.Database;
  try {
    database = new Database(path, { timeout: 1_500 });
  } catch (error) {
    return { ok: false, problem: problemOf(error, path) };
  }
  try {
    return examine(database, path);
  } catch (error) {
    database.close();
    return { ok: false, problem: problemOf(error, path) };
  }
}

function examine(database: Database.Database, path: string): Opened {
  // Exclusive: a second copy of the program is refused at once instead of writing beside us.
  database.pragma('locking_mode = EXCLUSIVE');
  const version = schemaVersion(database);
  const applicationId = Number(database.pragma('application_id', { simple: true }));
  const fresh =
    version === 0 &&
    applicationId === 0 &&
    database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!fresh && applicationId !== APPLICATION_ID) {
    database.close();
    return { ok: false, problem: damaged(path, 'It is a database of another program.') };
  }
  if (version > SCHEMA_VERSION) {
    database.close();
    return { ok: false, problem: newer(version) };
  }
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    database.close();
    return {
      ok: false,
      problem: readOnly(
        path,
        'The folder does not allow the journal that keeps your work safe; network folders often do not.',
      ),
    };
  }
  // This build of SQLite falls back to NORMAL whenever a file is opened again: FULL is what "saved" means here.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  if (process.platform === 'darwin') database.pragma('checkpoint_fullfsync = ON');
  // Takes the write lock now, so that a second copy is refused at the door.
  database.exec('BEGIN IMMEDIATE; COMMIT');
  if (!fresh) {
    const finding = checkFile(database, 'quick');
    if (!finding.sound) {
      database.close();
      return { ok: false, problem: damaged(path, finding.explanation) };
    }
  }
  return { ok: true, database };
}

function prepareFolder(dataDirectory: string): Problem | null {
  try {
    mkdirSync(dataDirectory, { recursive: true });
    if (!statSync(dataDirectory).isDirectory()) throw new Error('not a folder');
  } catch {
    return {
      code: 'database/folder-missing',
      title: 'The data folder cannot be used',
      message: `There is no folder ${dataDirectory}, and it cannot be made.`,
      nextStep: 'Connect the drive and look again, or start Rounds with another folder.',
    };
  }
  try {
    accessSync(dataDirectory, constants.R_OK | constants.W_OK);
    const path = join(dataDirectory, OFFICE_FILE);
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    return readOnly(dataDirectory, 'Rounds may read it but not write to it.');
  }
  return null;
}

function problemOf(error: unknown, path: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return {
      code: 'database/in-use',
      title: 'Rounds is already open',
      message: 'Another window or another program has this office file open.',
      nextStep: 'Use the window that is already open, or close it and look again.',
    };
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return readOnly(path, 'Rounds may not write to it.');
  }
  return damaged(path, `What reading it said: “${error instanceof Error ? error.message : String(error)}”.`);
}

function readOnly(path: string, why: string): Problem {
  return {
    code: 'database/read-only',
    title: 'The data folder is read-only',
    message: `${path} cannot be written. ${why}`,
    nextStep:
      'Ask for write permission on the folder and look again, or start Rounds with another data folder.',
  };
}

function damaged(path: string, why: string): Problem {
  return {
    code: 'database/damaged',
    title: 'The office file is damaged',
    message: `${path} cannot be read. ${why} It is left as it is.`,
    nextStep:
      'Restore the newest backup below, or start with an empty office. The damaged file is kept beside it.',
  };
}

function newer(version: number): Problem {
  return {
    code: 'database/newer',
    title: 'The office file is from a newer Rounds',
    message: `The file has format ${version}; this program knows formats up to ${SCHEMA_VERSION}. Nothing was changed.`,
    nextStep: 'Install the newer Rounds, or restore a backup from before the change below.',
  };
}
