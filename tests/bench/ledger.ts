import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Measured, median, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';

/** The credit ledger over 100,000 enrolments of 20,000 people in ten years, each claimed in two types, beside its bare SQL. */
const PEOPLE = 20_000;
const ACTIVITIES = 500;
const EACH = 200;

const folder = benchFolder();
const seed = await openOffice(folder);
const versionId = await withVersion(seed);
const { id: firstActivity } = await seed.ask('activities.create', {
  versionId,
  title: 'AI rounds 0',
  startsOn: '2026-03-02',
});
const types = await seed.ask('credit.types', {});
const ama = types.find((type) => type.ama)?.id ?? 0;
const moc = types.find(({ code }) => code === 'abim-moc')?.id ?? 0;
const { id: targetId } = await seed.ask('credit.createTarget', {
  name: '50 credits in two years',
  typeId: ama,
  amountHundredths: 5_000,
  startsOn: '2025-01-01',
  years: 2,
  professions: ['physician'],
});
await seed.close();

fill(folder, PEOPLE, (database, firstPerson) => {
  const activity = database.prepare(
    `INSERT INTO activities (id, version_id, title, learning_format, format_description, delivery, place, link, starts_on, ends_on, time_zone, providership, joint_providers, maximum_quarters, rules)
     SELECT ?, version_id, ?, learning_format, format_description, delivery, place, link, ?, ?, time_zone, providership, joint_providers, 80, rules FROM activities WHERE id = ?`,
  );
  const enrol = database.prepare(
    `INSERT INTO enrolments (activity_id, person_id, profession, credentials, claimed_quarters, enrolled_at) VALUES (?, ?, 'physician', 'MD', ?, '2026-01-01T00:00:00.000Z')`,
  );
  const claim = database.prepare(
    'INSERT INTO credit_claims (enrolment_id, type_id, activity_id, claimed_hundredths) VALUES (?, ?, ?, ?)',
  );
  const offer = database.prepare(
    `INSERT INTO activity_credits (activity_id, type_id, maximum_hundredths, identifier, excluded_sessions) VALUES (?, ?, 2000, '', '[]')`,
  );
  for (let index = 0; index < ACTIVITIES; index += 1) {
    const id = firstActivity + index;
    const day = `${2017 + (index % 10)}-0${1 + (index % 9)}-15`;
    if (index > 0) activity.run(id, `AI rounds ${index}`, day, day, firstActivity);
    offer.run(id, moc);
    for (let seat = 0; seat < EACH; seat += 1) {
      const quarters = 1 + ((index + seat) % 80);
      const made = enrol.run(id, firstPerson + ((index * 97 + seat * 199) % PEOPLE), quarters);
      claim.run(made.lastInsertRowid, moc, id, quarters * 25);
    }
  }
});

const bare = new Database(join(folder, 'rounds.db'), { readonly: true });
const sums = bare.prepare(
  `SELECT person_id, sum(claimed_quarters) FROM enrolments JOIN activities ON activities.id = activity_id
   WHERE claimed_quarters > 0 AND ends_on BETWEEN ? AND ? GROUP BY person_id`,
);
const floor = async (from: string, to: string) => ({
  what: 'bare sum of one type',
  milliseconds: await median(7, () => sums.all(from, to)),
});
const floors = {
  year: await floor('2026-01-01', '2026-12-31'),
  all: await floor('2000-01-01', '2099-12-31'),
};
bare.close();

const office = await openOffice(folder);
const year = { from: '2026-01-01', to: '2026-12-31', profession: null, text: '' } as const;
const all = { ...year, from: '2000-01-01', to: '2099-12-31' } as const;
const paged = { after: null, limit: 200 } as const;
const first = await office.ask('credit.ledger', { ...all, ...paged, mostOf: null });
const person = first.rows[0]?.personId ?? 0;
const measured: Measured[] = [
  {
    what: 'One year, first page by name',
    milliseconds: await median(7, () => office.ask('credit.ledger', { ...year, ...paged, mostOf: null })),
    floor: floors.year,
  },
  {
    what: 'Every year, first page by name',
    milliseconds: await median(7, () => office.ask('credit.ledger', { ...all, ...paged, mostOf: null })),
    floor: floors.all,
  },
  {
    what: 'Every year, the most first',
    milliseconds: await median(7, () => office.ask('credit.ledger', { ...all, ...paged, mostOf: ama })),
    floor: floors.all,
  },
  {
    what: 'Every year, next page',
    milliseconds: await median(7, () =>
      office.ask('credit.ledger', { ...all, limit: 200, after: first.next, mostOf: null }),
    ),
    floor: floors.all,
  },
  {
    what: 'Totals of one year, and the years',
    milliseconds: await median(7, () =>
      office.ask('credit.totals', { from: year.from, to: year.to, profession: null }),
    ),
    floor: floors.year,
  },
  {
    what: 'Who is short of 50 credits, first page',
    milliseconds: await median(7, () =>
      office.ask('credit.standing', { targetId, period: 0, show: 'short', text: '', ...paged }),
    ),
    floor: floors.year,
  },
  {
    what: 'How many are short',
    milliseconds: await median(7, () => office.ask('credit.period', { targetId, period: 0 })),
    floor: floors.year,
  },
  {
    what: 'One person, by year and type',
    milliseconds: await median(7, () => office.ask('credit.ofPerson', { personId: person })),
  },
  {
    what: 'Table file of every year',
    milliseconds: await median(3, () => office.ask('credit.exportLedger', all)),
    floor: floors.all,
  },
];
await office.close();
print(
  `Credit ledger: ${(ACTIVITIES * EACH).toLocaleString('en-US')} enrolments of ${PEOPLE.toLocaleString('en-US')} people, two types claimed`,
  measured,
);
