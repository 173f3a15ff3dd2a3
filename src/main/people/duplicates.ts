import type { Output } from '../../shared/contract/index.ts';
import type { DuplicatesFound, PersonInPair } from '../../shared/contract/people-merge.ts';
import { RoundsError } from '../../shared/errors.ts';
import { printedName } from '../../shared/people/name.ts';
import {
  blockingKeys,
  matchReasons,
  type PreparedPerson,
  preparePerson,
} from '../../shared/people/similar.ts';
import type { Reader, Writer } from '../database/index.ts';
import type { JobControl } from '../engine/jobs.ts';
import { requirePerson } from './find.ts';
import { type PersonRow, personContent, personLine } from './person-row.ts';

/** Pairs that are shown: whoever has more settles these first. */
const MOST_PAIRS = 300;
const PAGE = 500;
/** After so long the engine answers what else is asked. */
const BREATH_MS = 12;

type Entry = { readonly id: number; readonly person: PreparedPerson };
type Found = { readonly one: number; readonly other: number; readonly strength: number };

/**
 * Compares everybody with those who share a blocking key. Reads in pages and lets other requests through between them.
 * @throws RoundsError `jobs/cancelled`
 */
export async function findDuplicates(read: Reader, control: JobControl): Promise<DuplicatesFound> {
  const people = read.number('SELECT count(*) FROM people WHERE merged_into_id IS NULL');
  // Filing takes about as long as comparing.
  const steps = people * 2;
  const breathe = breather(control);
  const blocks = new Map<string, Entry[]>();
  let after = 0;
  let filed = 0;
  for (;;) {
    const rows = read.rows<PersonRow>(
      `SELECT * FROM people WHERE id > ? AND merged_into_id IS NULL ORDER BY id LIMIT ${PAGE}`,
      after,
    );
    for (const row of rows) file(blocks, { id: row.id, person: preparePerson(personContent(row)) });
    filed += rows.length;
    control.progress(Math.min(filed, people), steps);
    await breathe();
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) break;
    after = last.id;
  }
  const found = await compareBlocks(read, blocks, async (share) => {
    control.progress(Math.min(steps, people + Math.round(people * share)), steps);
    await breathe();
  });
  const strongest = found.toSorted((a, b) => b.strength - a.strength || a.one - b.one || a.other - b.other);
  return { people, total: found.length, pairs: strongest.slice(0, MOST_PAIRS).flatMap(shown(read)) };
}

/** Remembers that two people are not the same. @throws RoundsError `people/not-found`, `request/invalid` */
export function markDifferent(write: Writer, oneId: number, otherId: number): void {
  const [one, other] = pairOf(write, oneId, otherId);
  if (isDifferent(write, one.id, other.id)) return;
  write.describe(`Noted that ${nameOf(one)} and ${nameOf(other)} are two people`);
  write.insert('different_people', { one_id: one.id, other_id: other.id, noted_at: write.now });
}

/** Forgets that two people are not the same: the finder shows them again. */
export function unmarkDifferent(write: Writer, oneId: number, otherId: number): void {
  const [one, other] = pairOf(write, oneId, otherId);
  if (!isDifferent(write, one.id, other.id)) return;
  write.describe(`Asked again whether ${nameOf(one)} and ${nameOf(other)} are two people`);
  write.remove('different_people', { one_id: one.id, other_id: other.id });
}

/** What is remembered as not the same, the latest first. */
export function listDifferent(read: Reader): Output<'people.listDifferent'> {
  return read
    .rows<{ one_id: number; other_id: number; noted_at: string }>(
      'SELECT * FROM different_people ORDER BY noted_at DESC, one_id, other_id LIMIT 500',
    )
    .map((row) => ({
      one: personInPair(read, row.one_id),
      other: personInPair(read, row.other_id),
      notedAt: row.noted_at,
    }));
}

/** A person as a pair shows them. */
export function personInPair(read: Reader, id: number): PersonInPair {
  const row = requirePerson(read, id);
  const content = personContent(row);
  return {
    id: row.id,
    ...personLine(content),
    licences: content.licences.map(({ state, number }) => `${state} ${number}`.trim()).join(', '),
    birthMonthDay: content.birthMonthDay,
    activities: read.number('SELECT count(*) FROM enrolments WHERE person_id = ?', row.id),
  };
}

function file(blocks: Map<string, Entry[]>, entry: Entry): void {
  for (const key of blockingKeys(entry.person)) {
    const block = blocks.get(key);
    if (block) block.push(entry);
    else blocks.set(key, [entry]);
  }
}

async function compareBlocks(
  read: Reader,
  blocks: ReadonlyMap<string, readonly Entry[]>,
  progress: (share: number) => Promise<void>,
): Promise<readonly Found[]> {
  const settled = new Set(
    read
      .rows<{ one_id: number; other_id: number }>('SELECT one_id, other_id FROM different_people')
      .map((row) => pairKey(row.one_id, row.other_id)),
  );
  const found: Found[] = [];
  let seen = 0;
  for (const block of blocks.values()) {
    seen += 1;
    if (seen % 64 === 0) await progress(seen / blocks.size);
    for (const [at, one] of block.entries()) {
      // A block of people of one common name may be large.
      if (at % 16 === 15) await progress(seen / blocks.size);
      for (let next = at + 1; next < block.length; next += 1) {
        const other = block[next];
        if (!other) continue;
        const key = pairKey(one.id, other.id);
        if (settled.has(key)) continue;
        const [best] = matchReasons(one.person, other.person);
        if (!best) continue;
        // The same two may share further keys.
        settled.add(key);
        found.push({ one: one.id, other: other.id, strength: best.strength });
      }
    }
  }
  return found;
}

/** Shows a pair; whoever went meanwhile is left out. */
function shown(read: Reader): (pair: Found) => DuplicatesFound['pairs'] {
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

function pairOf(read: Reader, oneId: number, otherId: number): readonly [PersonRow, PersonRow] {
  const [one, other] = [requirePerson(read, oneId), requirePerson(read, otherId)];
  if (one.id === other.id)
    throw new RoundsError('request/invalid', 'This is one record by now. Go back to the list of duplicates.');
  return one.id < other.id ? [one, other] : [other, one];
}

function isDifferent(read: Reader, one: number, other: number): boolean {
  return (
    read.number(
      'SELECT EXISTS (SELECT 1 FROM different_people WHERE one_id = ? AND other_id = ?)',
      one,
      other,
    ) === 1
  );
}

function nameOf(row: PersonRow): string {
  return printedName(personContent(row));
}
