import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Topic } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { auditHash } from './audit.ts';
import { Reader } from './reader.ts';
import { firstActsInShape } from './row-shape.ts';
import type { Schema } from './schema.ts';
import { FOUNDED, KEPT_ON_UNDO, SEALED, WRITABLE, type WritableTable } from './tables.ts';

type Value = string | number | null | Uint8Array;
type Row = Record<string, Value>;

/** What a finished change reports: its id for undo, how many rows it touched, and which topics to refetch. */
export type ChangeReport = {
  readonly changeId: number | null;
  readonly rows: number;
  readonly topics: readonly Topic[];
};

/**
 * The only way to write the office file. Every row that is inserted, updated or removed is recorded in the audit
 * chain with its state before and after; that record is also what undo works from.
 * Lives for one transaction.
 */
export class Writer extends Reader {
  readonly #method: string;
  readonly #at: string;
  readonly #topics = new Set<Topic>();
  #title: string;
  #reason: string | null = null;
  #undoOf: number | null = null;
  #changeId: number | null = null;
  #rows = 0;
  /** Holds a row that an undo may not take back. */
  #permanent = false;
  #previousHash = '';

  constructor(
    database: Database.Database,
    statements: Map<string, Database.Statement>,
    method: string,
    at: string,
  ) {
    super(database, statements);
    this.#method = method;
    this.#at = at;
    this.#title = method;
  }

  /** The moment of this change, UTC. */
  get now(): string {
    return this.#at;
  }

  /** Says in the coordinator's words what is being done. Call it before the first row is written. */
  describe(title: string, reason: string | null = null): void {
    if (this.#changeId !== null) throw new Error('describe a change before its first row');
    this.#title = title;
    this.#reason = reason;
  }

  /** Id of this change; opens it if nothing has been written yet. */
  changeId(): number {
    return this.#open();
  }

  /** Inserts a row and returns its id (0 for tables whose key is not `id`). */
  insert<T extends WritableTable>(table: T, values: Insertable<Schema[T]>): number {
    const row = plain(values);
    const names = Object.keys(row);
    const sql = `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    const info = this.statement(sql).run(...Object.values(row));
    const hasGeneratedId =
      WRITABLE[table].key.length === 1 && WRITABLE[table].key[0] === 'id' && row['id'] === undefined;
    const id = Number(info.lastInsertRowid);
    const after = hasGeneratedId ? { id, ...row } : row;
    this.#record(table, this.#keyOf(table, after), null, after);
    return hasGeneratedId || typeof row['id'] === 'number' ? Number(after['id']) : 0;
  }

  /** Changes the named columns of one row. A row that already reads so is left alone. Returns whether it changed. */
  update<T extends WritableTable>(
    table: T,
    key: Partial<Selectable<Schema[T]>>,
    patch: Updateable<Schema[T]>,
  ): boolean {
    const keyRow = plain(key);
    const before = this.#read(table, keyRow);
    if (!before) throw new Error(`${table}: no row ${JSON.stringify(keyRow)}`);
    const changes = Object.entries(plain(patch)).filter(([name, value]) => before[name] !== value);
    if (changes.length === 0) return false;
    const names = changes.map(([name]) => name);
    const sql = `UPDATE ${quote(table)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE ${where(keyRow)}`;
    this.statement(sql).run(...changes.map(([, value]) => value), ...Object.values(keyRow));
    this.#record(table, this.#keyOf(table, before), before, { ...before, ...Object.fromEntries(changes) });
    return true;
  }

  /** Removes one row; its last state stays in the audit. */
  remove<T extends WritableTable>(table: T, key: Partial<Selectable<Schema[T]>>): void {
    const keyRow = plain(key);
    const before = this.#read(table, keyRow);
    if (!before) throw new Error(`${table}: no row ${JSON.stringify(keyRow)}`);
    this.statement(`DELETE FROM ${quote(table)} WHERE ${where(keyRow)}`).run(...Object.values(keyRow));
    this.#record(table, this.#keyOf(table, before), before, null);
  }

  /**
   * Takes a change back by writing the state before it, row by row from the last.
   * @throws RoundsError `changes/cannot-undo` when a row has changed since, is sealed, or was kept in another form then.
   */
  undo(changeId: number): string {
    const change = this.first(this.from.selectFrom('changes').selectAll().where('id', '=', changeId));
    if (!change) throw new RoundsError('changes/not-found', 'This act is not in the history.');
    const again = this.first(this.from.selectFrom('changes').select('id').where('undo_of', '=', changeId));
    if (again) throw new RoundsError('changes/cannot-undo', `“${change.title}” has already been undone.`);
    const rows = this.all(
      this.from.selectFrom('audit').selectAll().where('change_id', '=', changeId).orderBy('id', 'desc'),
    );
    const sealed = rows.find((row) => isPermanent(row.entity, row.before));
    if (sealed)
      throw new RoundsError(
        'changes/cannot-undo',
        `“${change.title}” is on the permanent record and cannot be undone.`,
      );
    const inShape = firstActsInShape(this);
    if (rows.some(({ entity }) => changeId < (inShape.get(entity) ?? 0)))
      throw new RoundsError(
        'changes/cannot-undo',
        `“${change.title}” was done with an earlier version of Rounds, which kept such records in another form. It cannot be undone; change it back by hand instead.`,
      );
    this.describe(`Undid: ${change.title}`);
    this.#undoOf = changeId;
    // Rows refer to one another; what counts is that the references hold at the end.
    this.statement('PRAGMA defer_foreign_keys = ON').run();
    for (const row of rows) {
      if (KEPT_ON_UNDO.has(row.entity) && row.before === null) continue;
      this.#putBack(row.entity, row.entity_key, row.before, row.after, change.title);
    }
    return change.title;
  }

  /** Closes the change: what was touched, and the id by which it can be undone, if it can. */
  report(): ChangeReport {
    return { changeId: this.#permanent ? null : this.#changeId, rows: this.#rows, topics: [...this.#topics] };
  }

  #putBack(
    entity: string,
    keyText: string,
    before: string | null,
    after: string | null,
    title: string,
  ): void {
    const table = tableOf(entity);
    const key = JSON.parse(keyText) as Row;
    const current = this.#read(table, key);
    if (JSON.stringify(current ? recorded(current) : null) !== (after ?? 'null')) {
      throw new RoundsError(
        'changes/cannot-undo',
        `“${title}” cannot be undone: later work has changed the same ${WORDS[table] ?? 'records'}. Undo that first.`,
      );
    }
    const target = before === null ? null : (JSON.parse(before) as Row);
    if (target === null) {
      this.statement(`DELETE FROM ${quote(table)} WHERE ${where(key)}`).run(...Object.values(key));
    } else if (current === undefined) {
      const names = Object.keys(target);
      this.statement(
        `INSERT INTO ${quote(table)} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(target));
    } else {
      const names = Object.keys(target);
      this.statement(
        `UPDATE ${quote(table)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE ${where(key)}`,
      ).run(...Object.values(target), ...Object.values(key));
    }
    this.#record(table, keyText, current ?? null, target);
  }

  #read(table: WritableTable, key: Row): Row | undefined {
    return this.statement(`SELECT * FROM ${quote(table)} WHERE ${where(key)}`).get(...Object.values(key)) as
      | Row
      | undefined;
  }

  #keyOf(table: WritableTable, row: Row): string {
    return JSON.stringify(Object.fromEntries(WRITABLE[table].key.map((name) => [name, row[name] ?? null])));
  }

  #open(): number {
    if (this.#changeId !== null) return this.#changeId;
    const info = this.statement(
      'INSERT INTO changes (at, method, title, reason, undo_of) VALUES (?, ?, ?, ?, ?)',
    ).run(this.#at, this.#method, this.#title, this.#reason, this.#undoOf);
    this.#changeId = Number(info.lastInsertRowid);
    const last = this.statement('SELECT hash FROM audit ORDER BY id DESC LIMIT 1').pluck().get();
    this.#previousHash = typeof last === 'string' ? last : '';
    return this.#changeId;
  }

  #record(table: WritableTable, entityKey: string, before: Row | null, after: Row | null): void {
    const changeId = this.#open();
    const beforeText = before ? JSON.stringify(recorded(before)) : null;
    const afterText = after ? JSON.stringify(recorded(this.#complete(table, after))) : null;
    const hash = auditHash({
      changeId,
      at: this.#at,
      method: this.#method,
      title: this.#title,
      reason: this.#reason,
      undoOf: this.#undoOf,
      entity: table,
      entityKey,
      before: beforeText,
      after: afterText,
      previousHash: this.#previousHash,
    });
    this.statement(
      'INSERT INTO audit (change_id, entity, entity_key, before, after, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(changeId, table, entityKey, beforeText, afterText, this.#previousHash, hash);
    this.#previousHash = hash;
    this.#rows += 1;
    this.#permanent ||= isPermanent(table, before);
    this.#topics.add(WRITABLE[table].topic);
  }

  /** Puts columns in the file's order so that a row reads the same whoever wrote it. */
  #complete(table: WritableTable, row: Row): Row {
    const columns = this.#columns(table);
    return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
  }

  #columns(table: WritableTable): readonly string[] {
    const kept = COLUMNS.get(table);
    if (kept) return kept;
    const names = this.statement(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`)
      .pluck()
      .all() as string[];
    COLUMNS.set(table, names);
    return names;
  }
}

const COLUMNS = new Map<string, readonly string[]>();

/** How rows of a table are called in a sentence. */
const WORDS: Partial<Record<WritableTable, string>> = {
  modules: 'module',
  curricula: 'curriculum',
  people: 'person',
  different_people: 'pair of people',
  activities: 'activity',
  sessions: 'sessions',
  enrolments: 'enrolments',
  attendance: 'attendance',
  reflections: 'reflection',
  credit_types: 'credit type',
  activity_credits: 'credit of the activity',
  credit_claims: 'claims',
  credit_targets: 'target',
};

function tableOf(entity: string): WritableTable {
  if (!Object.hasOwn(WRITABLE, entity)) throw new Error(`audit names an unknown table ${entity}`);
  return entity as WritableTable;
}

function quote(name: string): string {
  return `"${name}"`;
}

function where(key: Row): string {
  return Object.keys(key)
    .map((name) => `${quote(name)} IS ?`)
    .join(' AND ');
}

function plain(values: object): Row {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Row;
}

/** Bytes stand in the audit as their hash. */
function recorded(row: Row): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `sha256:${createHash('sha256').update(value).digest('hex')}` : value,
    ]),
  );
}

function isPermanent(entity: string, before: unknown): boolean {
  return SEALED.has(entity) || (FOUNDED.has(entity) && before === null);
}
