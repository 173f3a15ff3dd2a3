import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Measured, median, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';

/** Lists, filters and searches over 100,000 people and 1,000,000 enrolments, each beside its bare SQL. */
const PEOPLE = 100_000;
const ACTIVITIES = 2_000;
const EACH = 500;

const folder = benchFolder();
const seed = await openOffice(folder);
const versionId = await withVersion(seed);
const { id: firstActivity } = await seed.ask('activities.create', {
  versionId,
  title: 'AI rounds 0',
  startsOn: '2026-03-02',
});
await seed.close();
fill(folder, PEOPLE, (database, firstPerson) => {
  const activity = database.prepare(
    `INSERT INTO activities (id, version_id, title, learning_format, format_description, delivery, place, link, starts_on, ends_on, time_zone, providership, joint_providers, maximum_quarters, rules)
     SELECT ?, version_id, ?, learning_format, format_description, delivery, place, link, starts_on, ends_on, time_zone, providership, joint_providers, maximum_quarters, rules FROM activities WHERE id = ?`,
  );
  const enrol = database.prepare(
    `INSERT INTO enrolments (activity_id, person_id, profession, credentials, enrolled_at) VALUES (?, ?, 'physician', 'MD', '2026-01-01T00:00:00.000Z')`,
  );
  for (let index = 0; index < ACTIVITIES; index += 1) {
    const id = firstActivity + index;
    if (index > 0) activity.run(id, `AI rounds ${index}`, firstActivity);
    for (let seat = 0; seat < EACH; seat += 1)
      enrol.run(id, firstPerson + ((index * 97 + seat * 199) % PEOPLE));
  }
});
const bare = new Database(join(folder, 'rounds.db'), { readonly: true });
const floorOf = async (
  what: string,
  sql: string,
  ...values: readonly (string | number)[]
): Promise<{ what: string; milliseconds: number }> => {
  const statement = bare.prepare(sql);
  return { what, milliseconds: await median(7, () => statement.all(...values)) };
};
const floors = {
  page: await floorOf('bare SQL', 'SELECT * FROM people ORDER BY sort_key, id LIMIT 100'),
  search: await floorOf(
    'bare SQL',
    `SELECT people.* FROM people_search JOIN people ON people.id = people_search.rowid WHERE people_search MATCH '"okafor12"' ORDER BY sort_key, id LIMIT 100`,
  ),
  activities: await floorOf(
    'bare SQL',
    'SELECT activities.*, (SELECT count(*) FROM enrolments WHERE activity_id = activities.id) FROM activities',
  ),
  grid: await floorOf(
    'bare SQL',
    'SELECT * FROM enrolments JOIN people ON people.id = enrolments.person_id WHERE activity_id = ? ORDER BY sort_key',
    firstActivity + 1_000,
  ),
};
bare.close();

const office = await openOffice(folder);
const list = { text: '', profession: null, sort: 'name', after: null, limit: 100 } as const;
const first = await office.ask('people.list', list);
const lines: Measured[] = [
  {
    what: 'first page of people',
    milliseconds: await median(7, () => office.ask('people.list', list)),
    floor: floors.page,
  },
  {
    what: 'next page',
    milliseconds: await median(7, () => office.ask('people.list', { ...list, after: first.next })),
    floor: floors.page,
  },
  {
    what: 'people of one profession',
    milliseconds: await median(7, () => office.ask('people.list', { ...list, profession: 'physician' })),
    floor: floors.page,
  },
  {
    what: 'search “okafor12”',
    milliseconds: await median(7, () => office.ask('people.list', { ...list, text: 'okafor12' })),
    floor: floors.search,
  },
  {
    what: 'search “ok” (two letters)',
    milliseconds: await median(7, () => office.ask('people.list', { ...list, text: 'ok' })),
    floor: floors.search,
  },
  {
    what: `all ${ACTIVITIES} activities with their counts`,
    milliseconds: await median(3, () => office.ask('activities.list', {})),
    floor: floors.activities,
  },
  {
    what: `attendance grid of ${EACH} people`,
    milliseconds: await median(7, () => office.ask('attendance.grid', { activityId: firstActivity + 1_000 })),
    floor: floors.grid,
  },
  {
    what: `completion of ${EACH} people`,
    milliseconds: await median(7, () => office.ask('completion.list', { activityId: firstActivity + 1_000 })),
    floor: floors.grid,
  },
  { what: 'Home', milliseconds: await median(3, () => office.ask('home.summary', {})) },
];
await office.close();
print(`Lists over ${PEOPLE} people and ${ACTIVITIES * EACH} enrolments`, lines);
