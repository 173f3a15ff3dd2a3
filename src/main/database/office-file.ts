import type Database from 'better-sqlite3';
import type { Topic } from '../../shared/contract/index.ts';
import type { Backup, Problem } from '../../shared/contract/system.ts';
import { RoundsError } from '../../shared/errors.ts';
import { type BackupOccasion, listBackups, takeBackup, verifyBackup } from './backup.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
import { openOfficeFile } from './open.ts';
import { Reader } from './reader.ts';
import { placeBackup, putBack, setAside } from './restore.ts';
import { type ChangeReport, Writer } from './writer.ts';

/** What the office file needs from outside. */
export type OfficeFileOptions = {
  readonly dataDirectory: string;
  readonly appVersion: string;
  readonly now: () => string;
  /** Fills a file that was just made (catalogue, statements). */
  readonly seed: (writer: Writer) => void;
  /** Told at named points; the crash tests stop the program there. */
  readonly onStep?: (name: string) => void;
  /** Told after each committed change which topics to fetch again. */
  readonly onChanged?: (topics: readonly Topic[]) => void;
};

/** Another file stands in the place of the old one: everything the window shows is to be fetched again. */
const ALL_TOPICS: readonly Topic[] = [
  'system',
  'office',
  'modules',
  'curricula',
  'people',
  'activities',
  'attendance',
  'certificates',
  'imports',
];

/** The one connection to the office file: open, write in changes, back up, restore. */
export class OfficeFile {
  readonly #options: OfficeFileOptions;
  #database: Database.Database | null = null;
  #reader: Reader | null = null;
  #statements = new Map<string, Database.Statement>();
  #problem: Problem | null = null;

  constructor(options: OfficeFileOptions) {
    this.#options = options;
  }

  /** What stops the file from being used, or null. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get dataDirectory(): string {
    return this.#options.dataDirectory;
  }

  /** Opens, backs up when something changed since the last backup or a migration waits, migrates, and fills a new file. */
  async open(): Promise<void> {
    const opened = openOfficeFile(this.#options.dataDirectory);
    if (!opened.ok) {
      this.#problem = opened.problem;
      return;
    }
    const database = opened.database;
    this.#step('opened');
    try {
      const version = schemaVersion(database);
      if (version > 0 && version < SCHEMA_VERSION)
        await takeBackup(database, this.dataDirectory, 'migration', this.#options.now());
      migrate(database, this.#options.appVersion, this.#options.now, (name) =>
        this.#step(`migrated ${name}`),
      );
      this.#database = database;
      this.#statements = new Map();
      this.#reader = new Reader(database, this.#statements);
      this.#problem = null;
      if (this.#reader.number('SELECT count(*) FROM modules') === 0)
        this.write('catalogue.load', (writer) => this.#options.seed(writer));
      if (version > 0 && this.#changedSinceBackup()) await this.backup('start');
    } catch (error) {
      database.close();
      this.#database = null;
      this.#reader = null;
      throw error;
    }
  }

  /** For reading. @throws RoundsError `database/unavailable` when there is no open file. */
  get reader(): Reader {
    if (!this.#reader) throw this.#unavailable();
    return this.#reader;
  }

  /** One change in one transaction: all of it or nothing. Answers the value and what the change touched. */
  write<T>(
    method: string,
    work: (writer: Writer) => T,
  ): { readonly value: T; readonly report: ChangeReport } {
    const database = this.#database;
    if (!database) throw this.#unavailable();
    const writer = new Writer(database, this.#statements, method, this.#options.now());
    const value = database
      .transaction(() => {
        const result = work(writer);
        this.#step(`written ${method}`);
        return result;
      })
      .immediate();
    this.#step(`committed ${method}`);
    const report = writer.report();
    if (report.rows > 0) this.#options.onChanged?.(report.topics);
    return { value, report };
  }

  /** Takes and checks a backup of the open file. */
  async backup(
    occasion: BackupOccasion,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Backup> {
    if (!this.#database) throw this.#unavailable();
    const made = await takeBackup(
      this.#database,
      this.dataDirectory,
      occasion,
      this.#options.now(),
      onProgress,
    );
    this.#step(`backed up ${occasion}`);
    return made;
  }

  /** Puts a checked backup in place. The present file is backed up first, or set aside if it cannot be opened. */
  async restore(name: string): Promise<void> {
    const source = verifyBackup(this.dataDirectory, name);
    if (this.#database) await this.backup('restore');
    this.close();
    const aside = setAside(
      this.dataDirectory,
      this.#problem ? 'damaged' : 'before-restore',
      this.#options.now(),
    );
    this.#step('set aside');
    try {
      placeBackup(this.dataDirectory, source);
      this.#step('placed backup');
      await this.open();
      if (this.#problem) throw new RoundsError('backups/invalid', this.#problem.message);
      this.#options.onChanged?.(ALL_TOPICS);
    } catch (error) {
      this.close();
      if (aside) putBack(this.dataDirectory, aside);
      await this.open();
      throw error;
    }
  }

  /** Sets the present file aside and starts an empty one. */
  async startFresh(why: 'damaged' | 'sample'): Promise<void> {
    this.close();
    setAside(this.dataDirectory, why, this.#options.now());
    await this.open();
    this.#options.onChanged?.(ALL_TOPICS);
  }

  /** Closes the connection cleanly; the journal is folded into the file. */
  close(): void {
    if (!this.#database) return;
    this.#database.pragma('optimize');
    this.#database.close();
    this.#database = null;
    this.#reader = null;
  }

  #changedSinceBackup(): boolean {
    const last = this.reader.first(
      this.reader.from.selectFrom('changes').select('at').orderBy('id', 'desc').limit(1),
    );
    const [newest] = listBackups(this.dataDirectory);
    return last !== undefined && (newest === undefined || newest.takenAt < last.at);
  }

  #unavailable(): RoundsError {
    return new RoundsError(
      'database/unavailable',
      this.#problem ? `${this.#problem.message} ${this.#problem.nextStep}` : 'The office file is not open.',
    );
  }

  #step(name: string): void {
    this.#options.onStep?.(name);
  }
}
