import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DuplicatesFound } from '../../src/shared/contract/people-merge.ts';
import { emailKey, searchKey, sortKey } from '../../src/shared/people/name.ts';
import { once, peakMemory, print } from './measure.ts';
import { benchFolder, openOffice, withVersion } from './office.ts';

/** Records of the same person among 100,000 people with names, birthdays and specialties as they are in life. */
const PEOPLE = 100_000;
const TWICE = 500;

let seed = 20_26;
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}
/** A place in a list in which the first are much more common than the last, as with surnames. */
function place(length: number): number {
  return Math.floor(length * random() ** 2.5);
}
const STARTS =
  'Ba Be Bra Cas Chan Col Da Del El Fer Fitz Gar Gon Ha Her Ib Jo Kal Kim Kow La Lin Ma Mar Mc Mo Nak Ng O Pa Per Ra Ro Sa San Sch Si Sm Ta Tor Va Vil Wa Wi Ya Zim'.split(
    ' ',
  );
const MIDDLES = 'a e i o u an en er il or ar ad am es in on ul ev'.split(' ');
const ENDS =
  'berg cia dez ez field gan hashi ia ings ith kar ley ler man mura ner nov ola per ram ri rov sen ski son stein ta ton tti va vic win yan'.split(
    ' ',
  );
const FAMILY = STARTS.flatMap((start) =>
  MIDDLES.flatMap((middle) => ENDS.map((end) => start + middle + end)),
);
const GIVEN = STARTS.flatMap((start) => ['a', 'an', 'el', 'ia', 'ina', 'o', 'us'].map((end) => start + end));
const SPECIALTIES = Array.from({ length: 40 }, (_, index) => `Specialty ${index + 1}`);
// Surnames in no order of the alphabet.
FAMILY.sort(() => random() - 0.5);

type Person = {
  given: string;
  family: string;
  email: string;
  specialty: string;
  birthday: string;
  npi: string;
};
function someone(index: number): Person {
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    given: GIVEN[place(GIVEN.length)] ?? '',
    family: FAMILY[place(FAMILY.length)] ?? '',
    email: random() < 0.9 ? `person${index}@example.org` : '',
    specialty: SPECIALTIES[place(SPECIALTIES.length)] ?? '',
    birthday:
      random() < 0.6 ? `${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}` : '',
    npi: random() < 0.5 ? `1${String(100_000_000 + index)}` : '',
  };
}

const folder = benchFolder();
const seeded = await openOffice(folder);
await withVersion(seeded);
await seeded.close();
const database = new Database(join(folder, 'rounds.db'));
database.pragma('synchronous = OFF');
database.transaction(() => {
  const insert = database.prepare(
    `INSERT INTO people (given_name, family_name, credentials, profession, specialty, email, email_key, npi, licences, birth_month_day, notes, sort_key, search_key, created_at)
     VALUES (?, ?, 'MD', 'physician', ?, ?, ?, ?, '[]', ?, '', ?, ?, '2026-01-01T00:00:00.000Z')`,
  );
  const add = ({ given, family, email, specialty, birthday, npi }: Person): void => {
    const name = { givenName: given, familyName: family };
    const key = searchKey({ ...name, email, npi, credentials: 'MD', specialty });
    insert.run(given, family, specialty, email, emailKey(email), npi, birthday, sortKey(name), key);
  };
  for (let index = 0; index < PEOPLE - TWICE; index += 1) {
    const person = someone(index);
    add(person);
    // Entered again with a slip in the surname and another address.
    if (index % 199 === 0 && index / 199 < TWICE)
      add({
        ...person,
        family: `${person.family.slice(0, -1)}h`,
        email: `again${index}@example.org`,
        npi: '',
      });
  }
})();
const people = Number(database.prepare('SELECT count(*) FROM people').pluck().get());
const rows = await once(() => database.prepare('SELECT * FROM people').all());
database.close();

const office = await openOffice(folder);
const found = await once(() => office.job('people.findDuplicates', {}));
const waits: number[] = [];
let over = false;
const again = office.job('people.findDuplicates', {}).finally(() => {
  over = true;
});
while (!over) {
  const from = performance.now();
  await office.ask('people.list', {
    text: 'kowasen',
    profession: null,
    sort: 'name',
    after: null,
    limit: 100,
  });
  waits.push(performance.now() - from);
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await again;
await office.close();
const result = DuplicatesFound.parse(found.value);
print(`Duplicates among ${people} people`, [
  {
    what: 'find all pairs',
    milliseconds: found.milliseconds,
    floor: { what: 'read the rows with bare SQL', milliseconds: rows.milliseconds },
    note: `${result.total} pairs, ${peakMemory()}`,
  },
  {
    what: 'longest wait of a search meanwhile',
    milliseconds: Math.max(...waits),
    note: `${waits.length} searches`,
  },
]);
