import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import type { Engine } from '../../src/main/headless.ts';
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts';

/** A running engine, in its own thread as in the program, on a folder of its own. */
export type BenchOffice = {
  readonly folder: string;
  ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Starts a job and waits for its end. */
  job<M extends MethodName>(method: M, input: Input<M>): Promise<unknown>;
  close(): Promise<void>;
};

type Headless = typeof import('../../src/main/headless.ts');

/** A new, empty folder for a benchmark; removed when the process ends. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the built engine on a folder. */
export async function openOffice(folder: string, renderWorkers?: number): Promise<BenchOffice> {
  const built = pathToFileURL(join(import.meta.dirname, '..', '..', 'out', 'main', 'headless.js')).href;
  // The built bundle has the types of its source.
  const { startEngine } = (await import(built)) as Headless;
  const engine = await startEngine({
    dataDirectory: folder,
    appVersion: 'bench',
    ...(renderWorkers === undefined ? {} : { renderWorkers }),
  });
  return {
    folder,
    ask: (method, input) => ask(engine, method, input),
    job: (method, input) => job(engine, method, input),
    close: () => engine.close(),
  };
}

async function ask<M extends MethodName>(engine: Engine, method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await engine.call(method, input);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  return answer.value as Output<M>;
}

async function job<M extends MethodName>(engine: Engine, method: M, input: Input<M>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let jobId = '';
    const stop = engine.onEvent((event) => {
      if (event.type !== 'job' || event.job.jobId !== jobId || event.job.status === 'running') return;
      stop();
      if (event.job.status === 'done') resolve(event.job.result);
      else reject(new Error(`${method}: ${event.job.fault?.message ?? event.job.status}`));
    });
    ask(engine, method, input).then((value) => {
      jobId = (value as { readonly jobId: string }).jobId;
    }, reject);
  });
}

/** Sets the office up and publishes a curriculum from T-01; answers its version. */
export async function withVersion(office: BenchOffice): Promise<number> {
  await office.ask('office.setUp', {
    providerName: 'Bench Medical Society',
    address: '1 Bench Street',
    accreditor: 'accme',
    stateSociety: '',
    logoAssetId: null,
    paper: 'letter',
    timeZone: 'America/Denver',
    certificatePrefix: 'BMS',
    rounding: 'nearest',
    fractionNoun: 'plural',
    signatories: [{ id: null, name: 'Rosa Lindqvist, MD', title: 'Medical Director', imageAssetId: null }],
  });
  const { id } = await office.ask('curricula.create', {
    title: 'AI literacy essentials',
    templateCode: 'T-01',
    specialtyModule: null,
  });
  return (await office.ask('curricula.publish', { id })).versionId;
}

/** Puts rows into the closed office file with plain SQL: the history of the rows themselves is not what is measured. */
export function fill(
  folder: string,
  people: number,
  work: (database: Database.Database, firstPerson: number) => void,
): void {
  const database = new Database(join(folder, 'rounds.db'));
  database.pragma('synchronous = OFF');
  database.transaction(() => {
    const first = Number(database.prepare('SELECT coalesce(max(id), 0) + 1 FROM people').pluck().get());
    const insert = database.prepare(
      `INSERT INTO people (id, given_name, family_name, credentials, profession, specialty, email, email_key, npi, licences, birth_month_day, notes, sort_key, search_key, created_at)
       VALUES (?, ?, ?, 'MD', 'physician', 'Cardiology', ?, ?, '', '[]', '', '', ?, ?, '2026-01-01T00:00:00.000Z')`,
    );
    for (let index = 0; index < people; index += 1) {
      const { given, family, email } = person(index);
      const key = `${family}, ${given}`.toLowerCase();
      insert.run(
        first + index,
        given,
        family,
        email,
        email,
        key,
        `${given} ${family} | ${key} | ${email}`.toLowerCase(),
      );
    }
    work(database, first);
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

const GIVEN = [
  'Ana',
  'Bilal',
  'Chen',
  'Dana',
  'Emeka',
  'Farah',
  'Gita',
  'Hugo',
  'Ines',
  'Jonas',
  'Keiko',
  'Lena',
  'Mateo',
  'Nadia',
  'Omar',
  'Priya',
];
const FAMILY = [
  'Abara',
  'Brandt',
  'Castillo',
  'Dvorak',
  'Eriksen',
  'Fontaine',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Lopez',
  'Moreau',
  'Novak',
  'Okafor',
  'Park',
  'Quist',
  'Rossi',
  'Sato',
];

/** A made-up person, the same for the same number. */
export function person(index: number): {
  readonly given: string;
  readonly family: string;
  readonly email: string;
} {
  const given = GIVEN[index % GIVEN.length] ?? '';
  const family = `${FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length] ?? ''}${Math.floor(index / 304)}`;
  return { given, family, email: `person${index}@example.org` };
}
