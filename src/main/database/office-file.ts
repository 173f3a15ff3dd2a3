import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Topic } from '../../shared/contract/index.ts';
import type { Backup, Problem } from '../../shared/contract/system.ts';
import { RoundsError } from '../../shared/errors.ts';
import { MENDED_OUTSIDE } from '../../shared/problems.ts';
import { ALL_TOPICS } from '../../shared/topics.ts';
import { type AuditCheck, checkRecentAudit } from './audit.ts';
import { type BackupOccasion, backupDirectory, listBackups, takeBackup, verifyBackup } from './backup.ts';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
import { continueNumbers, numbersGiven } from './numbers-given.ts';
import { openOfficeFile } from './open.ts';
import { Reader } from './reader.ts';
import { type AsideReason, dropStaged, placeBackup, putBack, setAside, stageBackup } from './restore.ts';
import { type ChangeReport, Writer } from './writer.ts';

/** Records of the audit chain that are checked at every opening: a day's work and more, in a few milliseconds. */
const RECENT_AUDIT_ROWS = 1_000;

/** What the office file needs from outside. */
export type OfficeFileOptions = {
  readonly dataDirectory: string;
  readonly appVersion: string;
  readonly now: () => string;
  /** Fills a file that was just made (catalogue, statements). */
  readonly seed: (writer: Writer) => void;
  /** Adds what a file of an earlier version lacks of the data that comes with the program. */
  readonly addMissing?: (file: OfficeFile) => void;
  /** Told at named points; the crash tests stop the program there. */
  readonly onStep?: (name: string) => void;
  /** Told when another file was put in place of the one that was open: a backup, or an empty one. */
  readonly onReplaced?: () => void;
  /** Told after each committed change which topics to fetch again. */
  readonly onChanged?: (topics: readonly Topic[]) => void;
};

/** The one connection to the office file: open, write in changes, back up, restore. */
export class OfficeFile {
  readonly #options: OfficeFileOptions;
  #database: Database.Database | null = null;
  #reader: Reader | null = null;
  #recentAudit: AuditCheck | null = null;
  #statements = new Map<string, Database.Statement>();
  #problem: Problem | null = null;
  #opening: Promise<void> | null = null;

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
  open(): Promise<void> {
    // Whoever asks while it is being opened waits for that, instead of finding the file in use by ourselves.
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    placeBackup(this.dataDirectory);
    const opened = openOfficeFile(this.dataDirectory);
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
      this.#recentAudit = checkRecentAudit(this.#reader, RECENT_AUDIT_ROWS);
      if (this.#reader.number('SELECT count(*) FROM modules') === 0)
        this.write('catalogue.load', (writer) => this.#options.seed(writer));
      this.#options.addMissing?.(this);
      if (version > 0 && this.#changedSinceBackup()) await this.backup('start');
    } catch (error) {
      database.close();
      this.#database = null;
      this.#reader = null;
      throw error;
    }
  }

  /** What checking the end of the audit chain found when the file was opened; null while no file is open. */
  get recentAudit(): AuditCheck | null {
    return this.#reader ? this.#recentAudit : null;
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

  /**
   * Puts a checked backup in place. The present file is backed up first, or set aside if it cannot be opened. Certificate
   * numbers go on where the present file was: what it gave out may be on paper.
   */
  async restore(name: string): Promise<void> {
    this.#refuseToReplace();
    const source = verifyBackup(this.dataDirectory, name);
    if (this.#database) await this.backup('restore');
    stageBackup(this.dataDirectory, source);
    this.close();
    const aside = this.#setAside(this.#problem ? 'damaged' : 'before-restore');
    this.#step('set aside');
    try {
      placeBackup(this.dataDirectory);
      this.#step('placed backup');
      await this.open();
      if (this.#problem) throw new RoundsError('backups/invalid', this.#problem.message);
      this.#continueNumbers('Restored a backup', aside);
      this.#options.onReplaced?.();
      this.#options.onChanged?.(ALL_TOPICS);
    } catch (error) {
      this.close();
      dropStaged(this.dataDirectory);
      if (aside) putBack(this.dataDirectory, aside);
      await this.open();
      throw error;
    }
  }

  /** Sets the present file aside and starts an empty one; certificate numbers go on where it was. */
  async startFresh(): Promise<void> {
    this.#refuseToReplace();
    const sample = this.#reader !== null && this.#reader.number('SELECT sample FROM office') === 1;
    this.close();
    const aside = this.#setAside(this.#problem ? 'damaged' : sample ? 'sample' : 'set-aside');
    await this.open();
    this.#continueNumbers('Started an empty office', aside);
    this.#options.onReplaced?.();
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

  #setAside(why: AsideReason): string | null {
    return setAside(this.dataDirectory, why, this.#options.now());
  }

  /** The newest backup knows the numbers of a file that is too damaged to say. */
  #continueNumbers(title: string, aside: string | null): void {
    if (!this.#database) return;
    const [newest] = listBackups(this.dataDirectory);
    const backup = newest ? join(backupDirectory(this.dataDirectory), newest.name) : null;
    this.write('office.replace', (writer) => {
      writer.describe(title);
      continueNumbers(writer, [numbersGiven(aside), numbersGiven(backup)]);
    });
  }

  /** A file that another program holds, or that cannot be reached, is not taken from its place. */
  #refuseToReplace(): void {
    if (this.#problem && MENDED_OUTSIDE.has(this.#problem.code)) throw this.#unavailable();
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
