import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Backup } from '../../shared/contract/system.ts';
import { RoundsError } from '../../shared/errors.ts';
import { checkFile } from './check.ts';
import { SCHEMA_VERSION, schemaVersion } from './migrate.ts';

/** Why a backup is taken; stands in its name. */
export type BackupOccasion = Backup['occasion'];

const NAME =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z_v(\d+)_(start|migration|restore|manual)\.db$/;

/** Where the backups of a data folder are. */
export function backupDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'backups');
}

/** Backups of a data folder, newest first. Unfinished copies (`.partial`) are never listed. */
export function listBackups(dataDirectory: string): readonly Backup[] {
  const folder = backupDirectory(dataDirectory);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => describe(folder, name))
    .sort((one, other) => (one.name < other.name ? 1 : -1));
}

/**
 * Copies the open file, opens the copy, checks it as a whole, and only then gives it its name.
 * @throws RoundsError `backups/invalid` when the copy does not check out; nothing is left behind.
 */
export async function takeBackup(
  database: Database.Database,
  dataDirectory: string,
  occasion: BackupOccasion,
  at: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Backup> {
  const folder = backupDirectory(dataDirectory);
  mkdirSync(folder, { recursive: true });
  const name = `${at.replace(/[:.]/g, '-')}_v${schemaVersion(database)}_${occasion}.db`;
  const partial = join(folder, `${name}.partial`);
  try {
    await database.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
        return 2_000;
      },
    });
    verifyCopy(partial);
    syncToDisk(partial);
    renameSync(partial, join(folder, name));
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(partial + suffix, { force: true });
    throw error;
  }
  thin(dataDirectory);
  const [made] = describe(folder, name);
  if (!made)
    throw new RoundsError(
      'backups/invalid',
      'The backup could not be read back. Check the disk and try again.',
    );
  return made;
}

/** Checks a backup before it is trusted: opened, whole, ours, not newer than this program. */
export function verifyBackup(dataDirectory: string, name: string): string {
  const path = join(backupDirectory(dataDirectory), name);
  if (!NAME.test(name) || !existsSync(path)) {
    throw new RoundsError(
      'backups/not-found',
      'This backup is no longer in the backups folder. Choose another one.',
    );
  }
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const finding = checkFile(database, 'full');
    if (!finding.sound)
      throw new RoundsError(
        'backups/invalid',
        `This backup cannot be used. ${finding.explanation} Choose another one.`,
      );
    if (finding.schemaVersion > SCHEMA_VERSION) {
      throw new RoundsError(
        'database/newer',
        'This backup was made by a newer Rounds. Install that version or choose an older backup.',
      );
    }
  } finally {
    database.close();
  }
  return path;
}

function verifyCopy(path: string): void {
  const copy = new Database(path, { fileMustExist: true });
  try {
    // No journal beside the copy: a backup is one file.
    copy.pragma('journal_mode = DELETE');
    const finding = checkFile(copy, 'full');
    if (!finding.sound)
      throw new RoundsError('backups/invalid', `The backup did not check out. ${finding.explanation}`);
  } finally {
    copy.close();
  }
}

/** Waits until a closed file is on the disk. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function describe(folder: string, name: string): Backup[] {
  const match = NAME.exec(name);
  if (!match) return [];
  const [, day, hour, minute, second, milli, version, occasion] = match;
  return [
    {
      name,
      takenAt: `${day}T${hour}:${minute}:${second}.${milli}Z`,
      occasion: occasion as BackupOccasion,
      sizeBytes: statSync(join(folder, name)).size,
      schemaVersion: Number(version),
    },
  ];
}

/** Keeps the ten newest, the newest of each of 14 days, and every copy taken before a migration or a restore or by hand. */
function thin(dataDirectory: string): void {
  const days = new Set<string>();
  listBackups(dataDirectory).forEach((backup, index) => {
    const day = backup.takenAt.slice(0, 10);
    const firstOfDay = !days.has(day);
    days.add(day);
    const keep = index < 10 || backup.occasion !== 'start' || (firstOfDay && days.size <= 14);
    if (!keep) rmSync(join(backupDirectory(dataDirectory), backup.name), { force: true });
  });
}
