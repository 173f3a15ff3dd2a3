import type { DuplicatesFound } from '../../shared/contract/people-merge.ts';
import { type FoundPair, PairFinder } from '../../shared/people/pairs.ts';
import { matchReasons, preparePerson } from '../../shared/people/similar.ts';
import type { Reader } from '../database/index.ts';
import type { JobControl } from '../engine/jobs.ts';
import { personInPair } from './person-in-pair.ts';
import { type PersonRow, personContent } from './person-row.ts';

/** Pairs that are shown: whoever has more settles these first. And with how many each of a very common name is compared. */
const LIMITS = { mostPairs: 300, mostCompared: 1_000 };
const PAGE = 500;
/** After so long the engine answers what else is asked. */
const BREATH_MS = 12;

/**
 * Compares everybody with those who share a blocking key. Reads in pages and lets other requests through between them.
 * @throws RoundsError `jobs/cancelled`
 */
export async function findDuplicates(read: Reader, control: JobControl): Promise<DuplicatesFound> {
  const people = read.number('SELECT count(*) FROM people WHERE merged_into_id IS NULL');
  // Filing takes about as long as comparing.
  const steps = people * 2;
  const breathe = breather(control);
  const finder = new PairFinder(LIMITS);
  let after = 0;
  let filed = 0;
  for (;;) {
    const rows = read.rows<PersonRow>(
      `SELECT * FROM people WHERE id > ? AND merged_into_id IS NULL ORDER BY id LIMIT ${PAGE}`,
      after,
    );
    for (const row of rows) finder.add(row.id, preparePerson(personContent(row)));
    filed += rows.length;
    control.progress(Math.min(filed, people), steps);
    await breathe();
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) break;
    after = last.id;
  }
  for (const share of finder.compare(settledPairs(read))) {
    control.progress(Math.min(steps, people + Math.round(people * share)), steps);
    await breathe();
  }
  return {
    people,
    total: finder.total,
    partly: finder.partly,
    pairs: finder.strongest().flatMap(shown(read)),
  };
}

function settledPairs(read: Reader): (one: number, other: number) => boolean {
  const settled = new Set(
    read
      .rows<{ one_id: number; other_id: number }>('SELECT one_id, other_id FROM different_people')
      .map((row) => pairKey(row.one_id, row.other_id)),
  );
  return (one, other) => settled.has(pairKey(one, other));
}

/** Shows a pair; whoever went meanwhile is left out. */
function shown(read: Reader): (pair: FoundPair) => DuplicatesFound['pairs'] {
  const one = (id: number): PersonRow | undefined =>
    read.rows<PersonRow>('SELECT * FROM people WHERE id = ? AND merged_into_id IS NULL', id)[0];
  return (pair) => {
    const [first, second] = [one(pair.one), one(pair.other)];
    if (!first || !second) return [];
    const matches = matchReasons(preparePerson(personContent(first)), preparePerson(personContent(second)));
    return [
      {
        one: personInPair(read, first.id),
        other: personInPair(read, second.id),
        strength: pair.strength,
        reasons: matches.map(({ reason }) => reason),
      },
    ];
  };
}

/** One number for two ids, whichever comes first; ids of an office stay far below the limit of exact numbers. */
function pairKey(one: number, other: number): number {
  return Math.min(one, other) * 2 ** 26 + Math.max(one, other);
}

function breather(control: JobControl): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BREATH_MS) return;
    control.checkpoint();
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
