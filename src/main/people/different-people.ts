import type { Output } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { printedName } from '../../shared/people/name.ts';
import type { Reader, Writer } from '../database/index.ts';
import { requirePerson } from './find.ts';
import { peopleInPairs } from './person-in-pair.ts';
import { type PersonRow, personContent } from './person-row.ts';

/** A pair as it is kept: the smaller id first. */
type Pair = { readonly one_id: number; readonly other_id: number };

/** Remembers that two people are not the same. @throws RoundsError `people/not-found`, `request/invalid` */
export function markDifferent(write: Writer, oneId: number, otherId: number): void {
  const [one, other] = [requirePerson(write, oneId), requirePerson(write, otherId)];
  if (one.id === other.id)
    throw new RoundsError('request/invalid', 'This is one record by now. Go back to the list of duplicates.');
  const pair = pairOf(one.id, other.id);
  if (isKept(write, pair)) return;
  write.describe(`Noted that ${nameOf(one)} and ${nameOf(other)} are two people`);
  write.insert('different_people', { ...pair, noted_at: write.now });
}

/**
 * Forgets that two people are not the same: the finder shows them again. By the ids as they are kept, or those of the records
 * into which they were merged.
 * @throws RoundsError `people/not-found`
 */
export function unmarkDifferent(write: Writer, oneId: number, otherId: number): void {
  const [one, other] = [requirePerson(write, oneId), requirePerson(write, otherId)];
  const kept = [pairOf(oneId, otherId), pairOf(one.id, other.id)].find((pair) => isKept(write, pair));
  if (!kept) return;
  write.describe(`Asked again whether ${nameOf(one)} and ${nameOf(other)} are two people`);
  write.remove('different_people', kept);
}

/** What is remembered as not the same, the latest first; each with the ids under which it is kept. */
export function listDifferent(read: Reader): Output<'people.listDifferent'> {
  const pairs = read.rows<Pair & { readonly noted_at: string }>(
    'SELECT * FROM different_people ORDER BY noted_at DESC, one_id, other_id LIMIT 500',
  );
  const people = peopleInPairs(
    read,
    pairs.flatMap((pair) => [pair.one_id, pair.other_id]),
  );
  return pairs.flatMap(({ one_id, other_id, noted_at }) => {
    const [one, other] = [people.get(one_id), people.get(other_id)];
    if (!one || !other) return [];
    return [{ one: { ...one, id: one_id }, other: { ...other, id: other_id }, notedAt: noted_at }];
  });
}

/**
 * After an undo: pairs that it brought back and that name a record which was merged meanwhile go on with the record that stays,
 * as a merge moves them. Part of the undo, so that undoing that brings back what was.
 */
export function pairsFollowMerges(write: Writer, changeId: number): void {
  const pairs = write.rows<
    Pair & { readonly noted_at: string; readonly first: number; readonly second: number }
  >(
    `SELECT pair.*, coalesce(one.merged_into_id, one.id) AS first, coalesce(other.merged_into_id, other.id) AS second
     FROM audit CROSS JOIN different_people AS pair
         ON pair.one_id = audit.entity_key ->> 'one_id' AND pair.other_id = audit.entity_key ->> 'other_id'
       JOIN people AS one ON one.id = pair.one_id JOIN people AS other ON other.id = pair.other_id
     WHERE audit.change_id = ? AND audit.entity = 'different_people'
       AND (one.merged_into_id IS NOT NULL OR other.merged_into_id IS NOT NULL)`,
    changeId,
  );
  for (const { one_id, other_id, noted_at, first, second } of pairs) {
    write.remove('different_people', { one_id, other_id });
    const moved = pairOf(first, second);
    if (first !== second && !isKept(write, moved)) write.insert('different_people', { ...moved, noted_at });
  }
}

function pairOf(oneId: number, otherId: number): Pair {
  return { one_id: Math.min(oneId, otherId), other_id: Math.max(oneId, otherId) };
}

function isKept(read: Reader, { one_id, other_id }: Pair): boolean {
  const kept = 'SELECT EXISTS (SELECT 1 FROM different_people WHERE one_id = ? AND other_id = ?)';
  return read.number(kept, one_id, other_id) === 1;
}

function nameOf(row: PersonRow): string {
  return printedName(personContent(row));
}
