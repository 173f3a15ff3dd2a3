import { join } from 'node:path';
import Database from 'better-sqlite3';
import { once, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';

/** Marks one column of 5,000 people, beside inserting the same rows with bare SQL in one transaction. */
const PEOPLE = 5_000;
const folder = benchFolder();
const seed = await openOffice(folder);
const versionId = await withVersion(seed);
const { id: activityId } = await seed.ask('activities.create', {
  versionId,
  title: 'Grand rounds',
  startsOn: '2026-03-02',
});
await seed.close();
fill(folder, PEOPLE, (database, firstPerson) => {
  const enrol = database.prepare(
    `INSERT INTO enrolments (activity_id, person_id, profession, credentials, enrolled_at) VALUES (?, ?, 'physician', 'MD', '2026-01-01T00:00:00.000Z')`,
  );
  for (let index = 0; index < PEOPLE; index += 1) enrol.run(activityId, firstPerson + index);
});
const office = await openOffice(folder);
const grid = await office.ask('attendance.grid', { activityId });
const session = grid.sessions[0];
if (!session) throw new Error('the activity has no session');
const marks = grid.rows.map((row) => ({
  enrolmentId: row.enrolmentId,
  sessionId: session.id,
  minutes: session.minutes,
}));
const marked = await once(() => office.ask('attendance.mark', { activityId, marks }));
const again = await once(() =>
  office.ask('attendance.mark', { activityId, marks: marks.map((mark) => ({ ...mark, minutes: 0 })) }),
);
const read = await once(() => office.ask('attendance.grid', { activityId }));
await office.close();

const database = new Database(join(folder, 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE attendance (enrolment INTEGER, session INTEGER, minutes INTEGER, PRIMARY KEY (enrolment, session)) STRICT, WITHOUT ROWID',
);
const insert = database.prepare('INSERT INTO attendance VALUES (?, ?, ?)');
const bare = await once(() =>
  database.transaction(() => {
    for (const mark of marks) insert.run(mark.enrolmentId, mark.sessionId, mark.minutes);
  })(),
);
database.close();
const floor = { what: 'bare SQL', milliseconds: bare.milliseconds };
print(`Attendance of ${PEOPLE} people`, [
  { what: 'mark a column present, with its history', milliseconds: marked.milliseconds, floor },
  { what: 'change the whole column', milliseconds: again.milliseconds, floor },
  { what: 'read the grid', milliseconds: read.milliseconds },
]);
