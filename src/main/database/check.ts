import type Database from 'better-sqlite3';
import { APPLICATION_ID, schemaVersion } from './migrate.ts';

/** A plain finding about a file: sound, or what is wrong with it. */
export type FileFinding =
  | { readonly sound: true; readonly schemaVersion: number }
  | { readonly sound: false; readonly explanation: string };

/** Checks an open file as a whole: ours, pages sound, references whole. `quick` leaves out the slow index comparison. */
export function checkFile(database: Database.Database, depth: 'quick' | 'full'): FileFinding {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    return { sound: false, explanation: 'The file is not an office of Rounds.' };
  }
  const integrity = database.pragma(depth === 'full' ? 'integrity_check(1)' : 'quick_check(1)', {
    simple: true,
  });
  if (integrity !== 'ok') return { sound: false, explanation: `The file is damaged: ${String(integrity)}` };
  const violations = database.pragma('foreign_key_check');
  if (Array.isArray(violations) && violations.length > 0) {
    return {
      sound: false,
      explanation: `The file is damaged: ${violations.length} records point at something that is gone.`,
    };
  }
  return { sound: true, schemaVersion: schemaVersion(database) };
}
