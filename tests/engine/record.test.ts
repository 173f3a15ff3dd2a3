import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { openEngine, temporaryFolder } from './fixture.ts';

const folder = temporaryFolder();
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('Home says first that the record was changed behind the program’s back', async () => {
  const office = await openEngine({ dataDirectory: folder });
  await office.withOffice();
  const kinds = async (from: typeof office): Promise<readonly string[]> =>
    (await from.ask('home.summary', {})).attention.map(({ kind }) => kind);
  expect(await kinds(office)).not.toContain('record-broken');
  await office.close();

  const database = new Database(join(folder, 'rounds.db'));
  database.exec(
    `DROP TRIGGER audit_no_update; UPDATE audit SET after = replace(after, 'Summit', 'Lowland') WHERE entity = 'office'`,
  );
  database.close();

  const again = await openEngine({ dataDirectory: folder });
  expect((await kinds(again))[0]).toBe('record-broken');
  expect(await again.ask('audit.check', {})).toMatchObject({ ok: false });
  await again.close();
});
