import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE_FILE } from './open.ts';

const SIDECARS = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Moves the closed office file and its journals aside together, under a name that says why and when.
 * Returns the new name of the main file, or null if there was none. Deletes nothing.
 */
export function setAside(
  dataDirectory: string,
  why: 'damaged' | 'before-restore' | 'sample',
  at: string,
): string | null {
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

/** Copies a checked backup into the place of the office file, whole or not at all. The place must be empty. */
export function placeBackup(dataDirectory: string, backupPath: string): void {
  const path = join(dataDirectory, OFFICE_FILE);
  const partial = `${path}.restoring`;
  copyFileSync(backupPath, partial);
  renameSync(partial, path);
}

/** Names of office files that were set aside earlier. */
export function listSetAside(dataDirectory: string): readonly string[] {
  if (!existsSync(dataDirectory)) return [];
  return readdirSync(dataDirectory).filter((name) =>
    /^rounds\.db\.(damaged|before-restore|sample)-[0-9TZ-]+$/.test(name),
  );
}
