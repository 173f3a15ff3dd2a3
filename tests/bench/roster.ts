import { join } from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { once, peakMemory, print } from './measure.ts';
import { benchFolder, openOffice, person, withVersion } from './office.ts';

/** Rehearse and import 100,000 roster rows, beside parsing the same text and inserting the same rows with bare SQL. */
const ROWS = 100_000;
const lines = ['First name,Last name,Email,Credentials,Specialty'];
for (let index = 0; index < ROWS; index += 1) {
  const { given, family, email } = person(index);
  lines.push(`${given},${family},${email},MD,Cardiology`);
}
const csv = lines.join('\r\n');

const folder = benchFolder();
const bare = await once(() => {
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE people (id INTEGER PRIMARY KEY, given TEXT, family TEXT, email TEXT UNIQUE, credentials TEXT, specialty TEXT) STRICT',
  );
  const insert = database.prepare(
    'INSERT INTO people (given, family, email, credentials, specialty) VALUES (?, ?, ?, ?, ?)',
  );
  const rows = Papa.parse<string[]>(csv).data.slice(1);
  database.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  database.close();
});

const office = await openOffice(join(folder, 'office'));
await withVersion(office);
const rehearsed = await once(() =>
  office.ask('imports.rehearseRoster', {
    fileName: 'roster.csv',
    base64: Buffer.from(csv).toString('base64'),
    activityId: null,
  }),
);
const applied = await once(() =>
  office.job('imports.apply', { rehearsalId: rehearsed.value.rehearsalId, decisions: [] }),
);
await office.close();
const floor = { what: 'parse and insert with bare SQL', milliseconds: bare.milliseconds };
print(`Roster of ${ROWS} rows (${(csv.length / 1e6).toFixed(1)} MB)`, [
  { what: 'rehearse', milliseconds: rehearsed.milliseconds, floor },
  {
    what: 'import with its history',
    milliseconds: applied.milliseconds,
    floor,
    note: `${Math.round(ROWS / (applied.milliseconds / 1_000))} rows/s, ${peakMemory()}`,
  },
]);
