import Database from 'better-sqlite3';
import type { Writer } from './writer.ts';

/** The next number of each series of certificates. */
export type NumbersGiven = ReadonlyMap<string, number>;

/**
 * The numbers that an office file has given out. A file that cannot be read any more says nothing; the sample office gives
 * numbers to nobody real.
 */
export function numbersGiven(path: string | null): NumbersGiven {
  if (path === null) return new Map();
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    const rows = database
      .prepare(
        'SELECT name, next FROM number_sequences WHERE NOT EXISTS (SELECT 1 FROM office WHERE sample = 1)',
      )
      .raw()
      .all() as [string, number][]; // as the STRICT table has them
    return new Map(rows);
  } catch {
    // Damaged, or another program's: there is nothing to learn from it.
    return new Map();
  } finally {
    database?.close();
  }
}

/** Goes on after the highest number that any of these has given out: a number is never given twice, whatever file is in place. */
export function continueNumbers(write: Writer, given: readonly NumbersGiven[]): void {
  const own = new Map(
    write.all(write.from.selectFrom('number_sequences').selectAll()).map(({ name, next }) => [name, next]),
  );
  for (const name of new Set(given.flatMap((numbers) => [...numbers.keys()]))) {
    const next = Math.max(...given.map((numbers) => numbers.get(name) ?? 0));
    const before = own.get(name);
    if (before === undefined) write.insert('number_sequences', { name, next });
    else if (before < next) write.update('number_sequences', { name }, { next });
  }
}
