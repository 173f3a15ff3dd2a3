import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/main/database/migrate.ts';
import { searchKey } from '../../src/shared/people/name.ts';
import { openEngine } from './fixture.ts';

/** A file of the second schema with people in it, brought forward by this program. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LATER = {
  givenName: 'Bo',
  familyName: 'Ek',
  credentials: 'RN',
  specialty: '',
  email: '',
  npi: '',
  licences: [
    { state: 'NY', number: '  Ä‑1  X' },
    { state: 'CO', number: '' },
    { state: 'WY', number: '77' },
  ],
};
const keyOfLater = searchKey({ ...LATER, licences: LATER.licences.filter(({ number }) => number !== '') });

function secondFile(): void {
  const database = new Database(join(folder, 'rounds.db'));
  database.pragma('journal_mode = WAL');
  migrate(database, '0.1.0', () => '2026-11-24T08:00:00.000Z', undefined, MIGRATIONS.slice(0, 2));
  database
    .prepare(
      `INSERT INTO people (id, given_name, family_name, credentials, profession, specialty, email, email_key, npi, licences,
         birth_month_day, notes, sort_key, search_key, created_at)
       VALUES (7, 'Åsa', 'Öberg', 'MD, PhD', 'physician', 'Radiology', 'Asa@example.org', 'asa@example.org', '1234567893',
         '[{"state":"NY","number":"0045"}]', '02-29', 'Left-handed', 'oberg, asa',
         'asa oberg | oberg, asa | asa@example.org | 1234567893 | md, phd | radiology', '2026-01-01T00:00:00.000Z')`,
    )
    .run();
  database
    .prepare(
      `INSERT INTO people (id, given_name, family_name, credentials, profession, specialty, email, email_key, npi, licences,
         birth_month_day, notes, sort_key, search_key, created_at)
       VALUES (8, 'Bo', 'Ek', 'RN', 'nurse', '', '', '', '', ?, '', '', 'ek, bo', ?, '2026-01-02T00:00:00.000Z')`,
    )
    .run(JSON.stringify(LATER.licences), searchKey({ ...LATER, licences: [] }));
  database.close();
}

test('a person of the second schema keeps everything, and the new fields are empty', async () => {
  secondFile();
  const office = await openEngine({ dataDirectory: folder });
  await office.withOffice();
  expect(await office.ask('people.get', { id: 7 })).toEqual({
    id: 7,
    givenName: 'Åsa',
    middleName: '',
    familyName: 'Öberg',
    suffix: '',
    displayName: '',
    formerNames: [],
    credentials: 'MD, PhD',
    credentialRecords: [],
    profession: 'physician',
    specialty: 'Radiology',
    furtherSpecialties: [],
    email: 'Asa@example.org',
    furtherEmails: [],
    npi: '1234567893',
    furtherNpis: [],
    orcid: '',
    boardIds: [],
    nabpId: '',
    licences: [{ state: 'NY', number: '0045' }],
    birthMonthDay: '02-29',
    sharing: 'not asked',
    sharingOn: '',
    notes: 'Left-handed',
    createdAt: '2026-01-01T00:00:00.000Z',
    history: [],
  });
  const list = { profession: null, sort: 'name', after: null, limit: 10 } as const;
  expect((await office.ask('people.list', { ...list, text: 'oberg' })).rows).toHaveLength(1);
  const { rows } = await office.ask('people.list', { ...list, text: 'a-1 x' });
  expect(rows).toMatchObject([{ id: 8 }]);
  // Licenses are searched since this schema, without a change of the record.
  expect((await office.ask('people.list', { ...list, text: '0045' })).rows).toHaveLength(1);
  expect((await office.ask('search.everything', { text: '0045' })).map(({ title }) => title)).toEqual([
    'Åsa Öberg, MD, PhD',
  ]);
  expect((await office.ask('audit.check', {})).ok).toBe(true);
  const { id, createdAt: _, history: __, ...content } = await office.ask('people.get', { id: 7 });
  await office.ask('people.update', {
    id,
    content: { ...content, formerNames: [{ name: 'Åsa Lind', until: null }] },
  });
  expect((await office.ask('people.list', { ...list, text: 'asa lind' })).rows).toHaveLength(1);
  await office.close();

  const file = new Database(join(folder, 'rounds.db'), { readonly: true });
  expect(file.prepare('SELECT id FROM people WHERE search_key = ?').pluck().all(keyOfLater)).toEqual([8]);
  expect(file.pragma('foreign_key_check')).toEqual([]);
  expect(file.prepare('SELECT kind, key, person_id FROM person_keys').all()).toEqual([
    { kind: 'name', key: 'asa lind', person_id: 7 },
  ]);
  file.close();
});
