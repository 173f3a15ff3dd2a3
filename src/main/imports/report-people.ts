import type { RehearsedRow } from '../../shared/contract/people.ts';
import { nameKey, nameKeys } from '../../shared/imports/person-text.ts';
import { emailKey, fullName } from '../../shared/people/name.ts';
import { attendanceGrid } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import { peopleWith, personContent } from '../people/index.ts';
import type { Join } from './report-rows.ts';

/** Someone enrolled, as a report may know them, with what is recorded by session. */
export type Enrolled = {
  readonly enrolmentId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly recorded: ReadonlyMap<number, number | null>;
};

type Candidates = RehearsedRow['candidates'];
type Named = Pick<Join, 'name' | 'email'>;

const MOST_CANDIDATES = 6;

/** Everyone enrolled in an activity, found by e-mail address and by name. */
export class Roll {
  readonly #read: Reader;
  readonly #byEmail = new Map<string, Enrolled[]>();
  readonly #byName = new Map<string, Enrolled[]>();
  readonly #byWord = new Map<string, Enrolled[]>();

  constructor(read: Reader, activityId: number) {
    this.#read = read;
    const grid = attendanceGrid(read, activityId);
    for (const row of grid.rows) {
      const person: Enrolled = {
        enrolmentId: row.enrolmentId,
        personId: row.personId,
        name: row.name,
        email: row.email,
        recorded: new Map(grid.sessions.map((session, index) => [session.id, row.minutes[index] ?? null])),
      };
      const key = nameKey(row.name);
      if (row.email !== '') add(this.#byEmail, emailKey(row.email), person);
      add(this.#byName, key, person);
      for (const word of new Set(key.split(' '))) add(this.#byWord, word, person);
    }
  }

  /** Who this is: by e-mail address, otherwise by the whole name. Two addresses that differ are two people. */
  match({ name, email }: Named): readonly Enrolled[] {
    const byEmail = email === '' ? [] : (this.#byEmail.get(emailKey(email)) ?? []);
    if (byEmail.length > 0) return byEmail;
    const found = new Set(nameKeys(name).flatMap((key) => this.#byName.get(key) ?? []));
    return [...found].filter((person) => email === '' || person.email === '');
  }

  /** People this might be, for a decision: with this address but not enrolled, or enrolled with a part of the name. */
  candidates({ name, email }: Named): Candidates {
    const words = nameKeys(name)
      .flatMap((key) => key.split(' '))
      .filter((word) => word.length > 1);
    const alike = new Set(words.flatMap((word) => this.#byWord.get(word) ?? []));
    return [...this.#known(email), ...[...alike].slice(0, MOST_CANDIDATES).map(candidate)];
  }

  #known(email: string): Candidates {
    if (email === '') return [];
    return peopleWith(this.#read, 'email', email, 3).map((row) => ({
      personId: row.id,
      name: fullName(personContent(row)),
      why: `${NOT_ENROLLED} · ${row.email}`,
    }));
  }
}

const NOT_ENROLLED = 'Not enrolled';

/** Whether one of the candidates is known to the office and only not enrolled. */
export function anyNotEnrolled(candidates: Candidates): boolean {
  return candidates.some(({ why }) => why.startsWith(NOT_ENROLLED));
}

/** Someone enrolled, to be chosen from. */
export function candidate(person: Enrolled): Candidates[number] {
  return {
    personId: person.personId,
    name: person.name,
    why: person.email === '' ? 'Enrolled' : `Enrolled · ${person.email}`,
  };
}

function add(map: Map<string, Enrolled[]>, key: string, person: Enrolled): void {
  const kept = map.get(key);
  if (kept) kept.push(person);
  else map.set(key, [person]);
}
