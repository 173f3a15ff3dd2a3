import type Database from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Kysely as a typed query builder only: it compiles, better-sqlite3 runs, and nothing is ever awaited. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * Runs reading queries on the office file. Functions that only read take this as their first argument.
 * Statements are prepared once per text and kept.
 */
export class Reader {
  readonly #database: Database.Database;
  readonly #statements: Map<string, Database.Statement>;

  constructor(database: Database.Database, statements: Map<string, Database.Statement> = new Map()) {
    this.#database = database;
    this.#statements = statements;
  }

  /** Starts a typed query: `reader.all(reader.from.selectFrom('people').selectAll())`. */
  get from(): Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'selectNoFrom'> {
    return builder;
  }

  /** Every row of the query. */
  all<Row>(query: Compilable<Row>): readonly Row[] {
    const { sql, parameters } = query.compile();
    // The row type is Kysely's own inference from the schema; a test compares that schema with the file.
    return this.statement(sql).all(...parameters) as Row[];
  }

  /** The first row, or undefined. */
  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql, parameters } = query.compile();
    return this.statement(sql).get(...parameters) as Row | undefined;
  }

  /** One number from plain SQL, such as a count. */
  number(sql: string, ...parameters: readonly (string | number | null)[]): number {
    const value = this.statement(sql)
      .pluck()
      .get(...parameters);
    return typeof value === 'number' ? value : 0;
  }

  /** Rows of plain SQL where the builder cannot say it (full-text search, window functions). */
  rows<Row>(sql: string, ...parameters: readonly (string | number | null)[]): readonly Row[] {
    return this.statement(sql).all(...parameters) as Row[];
  }

  /** The query plan of a statement, for tests that assert an index is used. */
  plan(query: Compilable): readonly string[] {
    const { sql, parameters } = query.compile();
    const rows = this.#database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
      detail: string;
    }[];
    return rows.map((row) => row.detail);
  }

  protected statement(sql: string): Database.Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
