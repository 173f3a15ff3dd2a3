import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Something the person at the keyboard can put right: one sentence with the next step. */
export class DemoFault extends Error {}

/** A file as it goes into the engine. */
export type InputFile = { readonly path: string; readonly fileName: string; readonly base64: string };

/** What the demo is asked to do. */
export type DemoRequest = {
  readonly folder: string;
  readonly roster: InputFile;
  readonly attendance: InputFile;
  readonly template: string;
};

export const USAGE = 'Use: npm run demo -- FOLDER [--roster FILE] [--attendance FILE] [--template T-04]';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');
/** As the engine: larger rosters do not occur, larger files are a mistake. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Reads the command line and the files it names. @throws DemoFault */
export function readArguments(words: readonly string[]): DemoRequest | 'help' {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--help' || word === '-h') return 'help';
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    if (!['roster', 'attendance', 'template'].includes(name))
      throw new DemoFault(`${word} is not an option of the demo. ${USAGE}`);
    const value = inline ?? words[index + 1];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
      throw new DemoFault(`--${name} needs a value after it. ${USAGE}`);
    if (inline === undefined) index += 1;
    options.set(name, value);
  }
  if (rest.length > 1) throw new DemoFault(`Name one folder only, not ${rest.length}. ${USAGE}`);
  return {
    folder: resolve(rest[0] ?? 'demo-output'),
    roster: readInput(options.get('roster') ?? join(SAMPLES, 'roster.csv')),
    attendance: readInput(options.get('attendance') ?? join(SAMPLES, 'zoom-webinar-attendees.csv')),
    template: (options.get('template') ?? 'T-04').toUpperCase(),
  };
}

/**
 * Makes sure that nothing is overwritten: what an earlier demo left is moved aside under another name; an office
 * file that no demo made is refused. Answers where the earlier result went, or null.
 */
export function clearTheWay(folder: string, now: Date): string | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory())
    throw new DemoFault(`${folder} is a file. Name a folder for the demo to write into.`);
  const names = readdirSync(folder);
  if (names.includes('rounds.db') && !names.includes('summary.json'))
    throw new DemoFault(
      `${folder} holds an office file that no demo made. Name another folder, so that it stays as it is.`,
    );
  if (!names.includes('rounds.db')) {
    if (names.length === 0) return null;
    throw new DemoFault(`${folder} is not empty. Name a new or empty folder for the demo.`);
  }
  const stamp = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const aside = `${folder} before ${stamp}`;
  renameSync(folder, aside);
  return aside;
}

function readInput(path: string): InputFile {
  const full = resolve(path);
  try {
    const found = statSync(full);
    if (!found.isFile()) throw new DemoFault(`${full} is not a file. Name a CSV or XLSX file.`);
    if (found.size > MAXIMUM_BYTES)
      throw new DemoFault(`${full} is larger than 64 MB. Split it and run the demo on one part.`);
    return { path: full, fileName: basename(full), base64: readFileSync(full).toString('base64') };
  } catch (error) {
    if (error instanceof DemoFault) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new DemoFault(
      missing
        ? `There is no file ${full}. Check the name and try again.`
        : `${full} cannot be read. Check that you may open it and try again.`,
    );
  }
}
