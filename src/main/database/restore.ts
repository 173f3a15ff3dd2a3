import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncToDisk } from './backup.ts';
import { OFFICE_FILE } from './open.ts';

const SIDECARS = ['', '-wal', '-shm', '-journal'] as const;

/** Why an office file was set aside; stands in its name. */
export type AsideReason = 'damaged' | 'before-restore' | 'sample' | 'set-aside';

/**
 * Moves the closed office file and its journals aside together, under a name that says why and when.
 * Returns the path of the main file, or null if there was none. Deletes nothing.
 */
export function setAside(dataDirectory: string, why: AsideReason, at: string): string | null {
  const path = join(dataDirectory, OFFICE_FILE);
  const target = `${path}.${why}-${at.replace(/[:.]/g, '-')}`;
  let moved: string | null = null;
  for (const suffix of SIDECARS) {
    if (!existsSync(path + suffix)) continue;
    renameSync(path + suffix, target + suffix);
    if (suffix === '') moved = target;
  }
  return moved;
}

/** Puts back what {@link setAside} moved, replacing whatever stands there now. */
export function putBack(dataDirectory: string, aside: string): void {
  const path = join(dataDirectory, OFFICE_FILE);
  for (const suffix of SIDECARS) {
    rmSync(path + suffix, { force: true });
    if (existsSync(aside + suffix)) renameSync(aside + suffix, path + suffix);
  }
}

/** Copies a checked backup beside the office file, on the disk and whole, ready for {@link placeBackup}. */
export function stageBackup(dataDirectory: string, backupPath: string): void {
  const staged = stagedPath(dataDirectory);
  copyFileSync(backupPath, `${staged}.partial`);
  syncToDisk(`${staged}.partial`);
  renameSync(`${staged}.partial`, staged);
}

/**
 * Moves a staged backup into the place of the office file, if that is empty. Called at every start too: a restore that was
 * cut off after the present file was set aside is finished, not taken for a first start.
 */
export function placeBackup(dataDirectory: string): void {
  const path = join(dataDirectory, OFFICE_FILE);
  const staged = stagedPath(dataDirectory);
  if (existsSync(staged) && !existsSync(path)) renameSync(staged, path);
}

/** Takes away a staged backup that was not placed; the backup itself stays. */
export function dropStaged(dataDirectory: string): void {
  rmSync(stagedPath(dataDirectory), { force: true });
}

/** Names of office files that were set aside earlier. */
export function listSetAside(dataDirectory: string): readonly string[] {
  if (!existsSync(dataDirectory)) return [];
  return readdirSync(dataDirectory).filter((name) =>
    /^rounds\.db\.(damaged|before-restore|sample|set-aside)-[0-9TZ-]+$/.test(name),
  );
}

function stagedPath(dataDirectory: string): string {
  return `${join(dataDirectory, OFFICE_FILE)}.restoring`;
}
