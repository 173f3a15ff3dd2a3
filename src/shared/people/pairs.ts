import { blockingKeys, matchReasons, type PreparedPerson } from './similar.ts';

/** Two records that may be one person. */
export type FoundPair = { readonly one: number; readonly other: number; readonly strength: number };

/** What a comparison keeps. */
export type PairLimits = {
  /** The strongest pairs that are kept; the others are counted. */
  readonly mostPairs: number;
  /**
   * Where more records than this share a key, each is compared with so many that follow it in the order of their names: the
   * work grows with the number of records, not with its square.
   */
  readonly mostCompared: number;
};

type Entry = {
  readonly id: number;
  readonly person: PreparedPerson;
  /** Numbers of the blocks in which the record is filed; those that are compared whole first, once all are filed. */
  blocks: readonly number[];
};

/** Records filed by {@link blockingKeys}, to be compared inside their blocks without keeping more than is shown. */
export class PairFinder {
  readonly #limits: PairLimits;
  readonly #numbers = new Map<string, number>();
  readonly #blocks: Entry[][] = [];
  readonly #entries: Entry[] = [];
  #kept: FoundPair[] = [];
  #total = 0;

  constructor(limits: PairLimits) {
    this.#limits = limits;
  }

  /** Files a record. */
  add(id: number, person: PreparedPerson): void {
    const entry: Entry = { id, person, blocks: blockingKeys(person).map((key) => this.#numberOf(key)) };
    this.#entries.push(entry);
    for (const number of entry.blocks) this.#blocks[number]?.push(entry);
  }

  /**
   * Compares what is filed, pair by pair and each once; `isSettled` leaves pairs out. Yields how much is done, from 0 to 1, after
   * every few records.
   */
  *compare(isSettled: (one: number, other: number) => boolean): Generator<number, void> {
    for (const entry of this.#entries)
      entry.blocks = entry.blocks.toSorted(
        (a, b) => Number(this.#isLarge(a)) - Number(this.#isLarge(b)) || a - b,
      );
    let steps = 0;
    for (const [number, block] of this.#blocks.entries()) {
      const ordered = this.#isLarge(number) ? block.toSorted(byName) : block;
      for (const [at, one] of ordered.entries()) {
        steps += 1;
        if (steps % 16 === 0) yield number / this.#blocks.length;
        const end = Math.min(ordered.length, at + 1 + this.#limits.mostCompared);
        for (let next = at + 1; next < end; next += 1) {
          const other = ordered[next];
          // The same two may share further keys: they are compared in the first.
          if (!other || firstShared(one.blocks, other.blocks) !== number) continue;
          const [best] = matchReasons(one.person, other.person);
          if (!best || isSettled(one.id, other.id)) continue;
          const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
          this.#keep({ one: first, other: second, strength: best.strength });
        }
      }
    }
  }

  /** The strongest pairs, at most as many as are kept. */
  strongest(): readonly FoundPair[] {
    return this.#kept.toSorted(byStrength).slice(0, this.#limits.mostPairs);
  }

  /** How many pairs were found, kept or not. */
  get total(): number {
    return this.#total;
  }

  /** Records that were not compared with everybody who shares a key with them, because too many do. */
  get partly(): number {
    return this.#entries.filter((entry) => entry.blocks.some((number) => this.#isLarge(number))).length;
  }

  #keep(pair: FoundPair): void {
    this.#total += 1;
    this.#kept.push(pair);
    if (this.#kept.length >= this.#limits.mostPairs * 4) this.#kept = [...this.strongest()];
  }

  #isLarge(number: number): boolean {
    return (this.#blocks[number]?.length ?? 0) > this.#limits.mostCompared + 1;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#blocks.length;
    this.#numbers.set(key, number);
    this.#blocks.push([]);
    return number;
  }
}

function firstShared(some: readonly number[], others: readonly number[]): number | undefined {
  return some.find((number) => others.includes(number));
}

function byName(one: Entry, other: Entry): number {
  const [a, b] = [one.person.name.words, other.person.name.words];
  return a < b ? -1 : a > b ? 1 : one.id - other.id;
}

function byStrength(one: FoundPair, other: FoundPair): number {
  return other.strength - one.strength || one.one - other.one || one.other - other.other;
}
