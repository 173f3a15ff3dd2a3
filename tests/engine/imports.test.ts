import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RehearsedRow } from '../../src/shared/contract/people.ts';
import { apply, everyone, openCourse, rehearseRoster, sample, written } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

/** The one row of data that a short file has. */
async function onlyRow(text: string): Promise<RehearsedRow> {
  const { rows } = await rehearseRoster(office, text);
  const [row, ...more] = rows.filter(({ reason }) => reason !== 'Column headings.');
  if (!row || more.length > 0) throw new Error('not one row');
  return row;
}

async function xlsx(rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'People', rows: rows.map((row) => [...row]) }] });
}

describe('what a row becomes', () => {
  test.each([
    ['Name,NPI\nAna Silva,1.23457E+09', 'error', 'rounded'],
    ['Name,NPI\nAna Silva,"1,23457E+09"', 'error', 'rounded'],
    ['Name,NPI\nAna Silva,1234567890', 'error', 'is not an NPI'],
    ['Name,NPI\nAna Silva,181866201', 'error', 'is not an NPI'],
    ['Name,NPI\nAna Silva,3234567899', 'error', 'is not an NPI'],
    ['Name,NPI\nAna Silva,1818662011.0', 'new', ''],
    ['Name,NPI\nAna Silva,1818-662-011', 'new', ''],
    ['Name,Email\nAna Silva,ana', 'error', 'is not an e-mail address'],
    ['Name,Email\nAna Silva,ana@', 'error', 'is not an e-mail address'],
    ['Name,Email\nAna Silva,ana@example.org; b@example.org', 'error', 'is not an e-mail address'],
    ['Name,Email\nAna Silva,ANA@Example.org', 'new', ''],
    ['Name,Email\n,ana@example.org', 'error', 'no name'],
    ['Name,Email\n=1+1,ana@example.org', 'error', 'formula'],
    ['Name,Email\n@SUM(A1),ana@example.org', 'error', 'formula'],
    [`Name,Email\n${'x'.repeat(301)},a@example.org`, 'error', '300 characters'],
    ['Name,Birthday\nAna Silva,13/45', 'new', 'no month and day of birth'],
    ['Name,Licence\nAna Silva,NY 4.55134E+05', 'new', 'rounded by a spreadsheet'],
    ['Name,Profession,Credentials\nAna Silva,Physician,PA-C', 'new', 'credentials PA-C'],
  ])('%j: %s', async (text, fate, reason) => {
    const row = await onlyRow(text);
    expect(row.fate).toBe(fate);
    expect(row.reason).toContain(reason);
  });

  test('credentials, profession and specialty are shown as they would be recorded', async () => {
    const csv =
      'Name,Email,Credentials,Specialty\nAna Silva,ana@example.org,MD,Cardiology\nBo Lind,bo@example.org,,';
    const first = await rehearseRoster(office, csv);
    expect(first.rows.filter(({ fate }) => fate === 'new').map(({ detail }) => detail)).toEqual([
      'MD · Physician · Cardiology',
      'Other',
    ]);
    await apply(office, first);
    const later = 'Name,Email,Credentials\nAna Silva,ana@example.org,RN\nBo Lind,bo@example.org,PharmD';
    const { rows } = await rehearseRoster(office, later);
    // What is on record stays; what was empty is filled in.
    expect(rows.find(({ row }) => row === 2)).toMatchObject({
      fate: 'same',
      detail: 'MD · Physician · Cardiology',
    });
    expect(rows.find(({ row }) => row === 3)).toMatchObject({
      fate: 'changes',
      detail: 'PharmD · Pharmacist',
    });
  });

  test('an unusually long name is imported, and the row says to check it', async () => {
    const family = 'S'.repeat(296);
    const rehearsal = await rehearseRoster(
      office,
      `First name,Last name,Email\nAna,${family},ana@example.org`,
    );
    expect(rehearsal.rows.find(({ row }) => row === 2)).toMatchObject({
      fate: 'new',
      reason: expect.stringContaining('The name is unusually long (300 characters): check it.'),
    });
    await apply(office, rehearsal);
    expect((await everyone(office)).map(({ familyName }) => familyName)).toEqual([family]);
  });

  test('identifiers are text: leading zeros stay, and so does every script', async () => {
    const people = [
      ['田中', '美咲', '0012345'],
      ['Ó Súilleabháin', 'Péter', '000'],
      ['Nguyễn', 'Thị Hồng', '0A0'],
      ['الزهراء', 'فاطمة', '00700'],
      ['शर्मा', 'अनन्या', '01'],
      ['O’Connor', "D'Angelo", '0'],
    ];
    const csv = Papa.unparse([['Last name', 'First name', 'Licence'], ...people]);
    const book = await xlsx([['Last name', 'First name', 'Licence'], ...people]);
    for (const content of [csv, book, Buffer.from(`\uFEFF${csv}`, 'utf16le')]) {
      const applied = await apply(office, await rehearseRoster(office, content));
      const found = (await everyone(office)).map((one) => [
        one.familyName,
        one.givenName,
        one.licences[0]?.number ?? '',
      ]);
      expect(found).toEqual(people);
      await office.ask('changes.undo', { changeId: applied.changeId });
    }
  });

  test('the same address or name twice in a file never loses anybody silently', async () => {
    const { rows } = await rehearseRoster(
      office,
      [
        'Name,Email',
        'Ana Silva,desk@example.org',
        'Bo Lind,desk@example.org',
        'Ana Silva,desk@example.org',
        'Ana Silva,',
        'Cy Roe,',
        'Cy Roe,',
        'Ana Silva,other@example.org',
      ].join('\n'),
    );
    expect(rows.toSorted((a, b) => a.row - b.row).map(({ row, fate }) => `${row} ${fate}`)).toEqual([
      '1 ignored',
      '2 new',
      '3 held',
      '4 duplicate',
      '5 held',
      '6 new',
      '7 duplicate',
      '8 new',
    ]);
    expect(rows.find(({ row }) => row === 3)?.reason).toContain('Ana Silva');
  });

  test('an address that belongs to someone of another name is held, and a decision settles it', async () => {
    await apply(office, await rehearseRoster(office, 'Name,Email\nAna Silva,desk@example.org'));
    const file = 'Name,Email,NPI\nBo Lind,desk@example.org,1818662011';
    const rehearsal = await rehearseRoster(office, file);
    const [held] = rehearsal.rows;
    expect(held).toMatchObject({ fate: 'held', candidates: [{ name: 'Ana Silva' }] });
    expect(held?.reason).toContain('Ana Silva');
    const applied = await apply(office, rehearsal, [{ row: 2, choice: 'new' }]);
    const people = await everyone(office);
    // The address stays with whom it belongs to.
    expect(people.map(({ familyName, email, npi }) => [familyName, email, npi])).toEqual([
      ['Silva', 'desk@example.org', ''],
      ['Lind', '', '1818662011'],
    ]);
    const rows = await office.ask('imports.rows', { importId: applied.importId });
    expect(rows[1]).toMatchObject({ fate: 'new', personId: people[1]?.id });
  });

  test('a decision for somebody known fills in what is empty and takes nobody’s NPI', async () => {
    await apply(
      office,
      await rehearseRoster(office, 'Name,Email,NPI\nAna Silva,,\nBo Lind,bo@example.org,1818662011'),
    );
    const [ana] = await everyone(office);
    const rehearsal = await rehearseRoster(office, 'Name,Email,Specialty\nAna Silva,ana@example.org,Surgery');
    expect(rehearsal.rows[0]).toMatchObject({ fate: 'held' });
    await apply(office, rehearsal, [{ row: 2, choice: ana?.id ?? 0 }]);
    expect((await everyone(office))[0]).toMatchObject({ email: 'ana@example.org', specialty: 'Surgery' });
  });

  test('what is on record is kept where the file differs, and that is said', async () => {
    await apply(office, await rehearseRoster(office, 'Name,Email,Credentials\nAna Silva,ana@example.org,MD'));
    const rehearsal = await rehearseRoster(office, 'Name,Email,Credentials\nAna Silva,ana@example.org,RN');
    expect(rehearsal.rows[0]).toMatchObject({ fate: 'same', reason: 'Keeps credentials “MD”.' });
  });

  test('letters that a later roster fills in reach enrolments without a certificate', async () => {
    const { id } = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    await apply(
      office,
      await rehearseRoster(office, 'Name,Email\nAna Silva,ana@example.org', { activityId: id }),
    );
    expect((await office.ask('completion.list', { activityId: id }))[0]?.kind).toBe('participation');
    await apply(
      office,
      await rehearseRoster(office, 'Name,Email,Credentials\nAna Silva,ana@example.org,MD', {
        activityId: id,
      }),
    );
    expect((await office.ask('completion.list', { activityId: id }))[0]).toMatchObject({
      kind: 'cme',
      credentials: 'MD',
    });
  });

  test('a corrected column takes the place of the recognised one', async () => {
    const file = 'Name,Email,Work mail\nAna Silva,,ana@example.org';
    const { columns, rows } = await rehearseRoster(office, file, { mapping: { 2: 'email' } });
    expect(columns.map(({ field }) => field)).toEqual(['fullName', 'ignore', 'email']);
    expect(rows[0]).toMatchObject({ email: 'ana@example.org' });
  });
});

describe('spreadsheets', () => {
  test('an XLSX file becomes what the CSV becomes', async () => {
    const text = new TextDecoder().decode(sample('roster.csv'));
    const table = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    const fromCsv = await rehearseRoster(office, sample('roster.csv'));
    const fromXlsx = await rehearseRoster(office, await xlsx(table), { fileName: 'people.xlsx' });
    expect(fromXlsx.encoding).toBe('XLSX');
    expect(fromXlsx.rows).toEqual(fromCsv.rows);
    expect(fromXlsx.columns).toEqual(fromCsv.columns);
  });

  test('numbers, dates and the results of formulas are read as a person sees them', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'People',
          rows: [
            ['Name', 'NPI', 'Date of birth', 'Specialty'],
            ['Ana Silva', 1_818_662_011, new Date('1980-11-09T00:00:00Z'), 7],
          ],
          cells: new Map([
            ['1,0', { value: null, type: 'formula', formula: 'A9&""', formulaResult: 'Zoë Silva' }],
            ['2,0', { value: null, type: 'formula', formula: 'A9' }],
          ]),
        },
      ],
    });
    const rehearsal = await rehearseRoster(office, book, { fileName: 'people.xlsx' });
    expect(rehearsal.counts).toMatchObject({ new: 1, error: 0 });
    await apply(office, rehearsal);
    expect(await everyone(office)).toMatchObject([
      { givenName: 'Zoë', npi: '1818662011', birthMonthDay: '11-09', specialty: '7' },
    ]);
  });

  test('rows that the file leaves out keep the numbers of the others', async () => {
    const book = await xlsx([['Name'], [], [], ['Ana Silva']]);
    const rehearsal = await rehearseRoster(office, book);
    expect(rehearsal.rows.map(({ row, fate }) => `${row} ${fate}`)).toEqual(['4 new', '1 ignored']);
  });
});

describe('one step', () => {
  test('a rehearsal writes nothing; applying is one act that one undo takes back', async () => {
    const { id } = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    const before = await written(office);
    const rehearsal = await rehearseRoster(office, sample('roster.csv'), { activityId: id });
    expect(await written(office)).toBe(before);
    const { changeId } = await apply(office, rehearsal);
    const [latest] = await office.ask('changes.recent', { limit: 1 });
    expect(latest).toMatchObject({ changeId, undoable: true });
    expect(latest?.title).toContain('60 rows');
    await office.ask('changes.undo', { changeId });
    expect(await everyone(office)).toEqual([]);
    expect((await office.ask('activities.get', { id })).enrolled).toBe(0);
    // That it was done, and taken back, stays on record.
    expect(await office.ask('imports.list', { activityId: id })).toMatchObject([{ undone: true }]);
    expect((await rehearseRoster(office, sample('roster.csv'))).counts).toMatchObject({ new: 60 });
  });

  test('the second of two imports of the same file is refused: the office has changed', async () => {
    const rehearsal = await rehearseRoster(office, sample('roster.csv'));
    await apply(office, rehearsal);
    const refused = await office.fault('imports.apply', {
      rehearsalId: rehearsal.rehearsalId,
      decisions: [],
    });
    expect(refused.code).toBe('imports/rehearsal-gone');
    expect(await everyone(office)).toHaveLength(60);
  });

  test.each([1, 2])('stopping at the %i. look leaves nothing', async (looks) => {
    const many = `Name\n${Array.from({ length: 450 }, (_, index) => `Ana ${'x'.repeat(index % 9)}${index}`).join('\n')}`;
    const before = await written(office);
    const { rehearsalId } = await rehearseRoster(office, many);
    const { jobId } = await office.ask('imports.apply', { rehearsalId, decisions: [] });
    let seen = 0;
    office.engine.jobs.pollCancellations = () => {
      seen += 1;
      if (seen === looks) office.engine.jobs.cancel(jobId);
    };
    await office.engine.jobs.settled();
    expect(office.engine.jobs.get(jobId)).toMatchObject({
      status: 'cancelled',
      fault: { code: 'jobs/cancelled' },
    });
    expect(await written(office)).toBe(before);
    expect(await everyone(office)).toEqual([]);
  });

  test('a person chosen by a decision who is gone stops the import, and nothing of it is written', async () => {
    await apply(office, await rehearseRoster(office, 'Name,Email\nAna Silva,'));
    const rehearsal = await rehearseRoster(
      office,
      'Name,Email\nBo Lind,bo@example.org\nAna Silva,a@example.org',
    );
    const before = await written(office);
    const job = await office.job('imports.apply', {
      rehearsalId: rehearsal.rehearsalId,
      decisions: [{ row: 3, choice: 9_999 }],
    });
    expect(job.fault?.code).toBe('people/not-found');
    expect(await written(office)).toBe(before);
  });
});

describe('files that cannot be read', () => {
  async function refusal(content: string | Uint8Array, fileName = 'people.csv') {
    const before = await written(office);
    const fault = await office.fault('imports.rehearseRoster', {
      fileName,
      base64: Buffer.from(content).toString('base64'),
      activityId: null,
    });
    expect(await written(office)).toBe(before);
    // A sentence with the next step, and none of a developer's words.
    expect(fault.message).toMatch(/choose|Choose|Split|Add/);
    expect(fault.message).not.toMatch(/undefined|null|Error|exception|parse/);
    return fault;
  }

  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test.each([
    ['empty', '', 'imports/empty'],
    ['only blank lines', '\n\n  \n', 'imports/empty'],
    ['only a mark of the encoding', '\uFEFF', 'imports/empty'],
    ['a picture', PNG, 'imports/unreadable'],
    ['NUL bytes', 'Name,Email\n\u0000\u0000Ana,\n', 'imports/unreadable'],
    [
      'control characters beside bytes of no encoding',
      Buffer.from([0x4e, 0x01, 0xff, 0xfe, 0x02]),
      'imports/unreadable',
    ],
    ['a ZIP file that is no spreadsheet', zipSync({ 'a.txt': Buffer.from('hello') }), 'imports/unreadable'],
    ['no headings', '1,2,3\n4,5,6\n', 'imports/no-header'],
    ['no names', 'Email,NPI\nana@example.org,\n', 'imports/column-missing'],
    ['one line of text', 'hello', 'imports/no-header'],
  ])('%s', async (_, content, code) => {
    expect((await refusal(content)).code).toBe(code);
  });

  test('headings alone are a file without people', async () => {
    const rehearsal = await rehearseRoster(office, 'Name,Email\n');
    expect(rehearsal.counts).toMatchObject({ new: 0, ignored: 1 });
    const job = await office.job('imports.apply', { rehearsalId: rehearsal.rehearsalId, decisions: [] });
    expect(job.fault?.code).toBe('imports/nothing-to-apply');
  });

  test('a spreadsheet that was cut off or spoilt anywhere', async () => {
    const book = Buffer.from(await xlsx([['Name'], ...Array.from({ length: 50 }, (_, i) => [`Ana ${i}`])]));
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect((await refusal(book.subarray(0, book.length * part), 'people.xlsx')).code).toBe(
        'imports/unreadable',
      );
    const files = unzipSync(book);
    const spoilt = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.includes('worksheets') ? Buffer.from('<worksheet><sheetData><row r="1"><c') : bytes,
      ]),
    );
    const answer = await office.engine.call('imports.rehearseRoster', {
      fileName: 'people.xlsx',
      base64: Buffer.from(zipSync(spoilt)).toString('base64'),
      activityId: null,
    });
    if (answer.ok) throw new Error('a spoilt sheet was read');
    expect(answer.error.code).toMatch(/^imports\//);
  });

  test('a spreadsheet with one cell in its last corner', async () => {
    const book = Buffer.from(await xlsx([['Name'], ['Ana Silva']]));
    const files = unzipSync(book);
    const [sheet] = Object.keys(files).filter((name) => /worksheets\/sheet1\.xml$/.test(name));
    const text = Buffer.from(files[sheet ?? ''] ?? []).toString();
    const far = text.replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
    );
    expect(far).not.toBe(text);
    const bytes = zipSync({ ...files, [sheet ?? '']: Buffer.from(far) });
    expect((await refusal(bytes, 'people.xlsx')).code).toBe('imports/too-large');
  });

  test('a spreadsheet that unpacks to more than a computer holds', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.alloc(1_000) }));
    // What the directory at the end says the content comes to.
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(450 * 1024 * 1024, directory + 24);
    expect((await refusal(bomb, 'people.xlsx')).code).toBe('imports/too-large');
  });

  test('sixty megabytes in one line, and more rows than a list may have', async () => {
    expect((await refusal(Buffer.alloc(60_000_000, 'a'))).code).toBe('imports/no-header');
    expect((await refusal(`Name\n${'Ana\n'.repeat(250_001)}`)).code).toBe('imports/too-large');
    expect((await refusal(Buffer.alloc(65 * 1024 * 1024, 'a'))).code).toMatch(/too-large$/);
  });

  test('sixteen thousand columns, and a quote that never ends', async () => {
    const wide = await rehearseRoster(office, `Name${',x'.repeat(16_383)}\nAna Silva`);
    expect(wide.columns.length).toBeLessThanOrEqual(1_000);
    const open = await rehearseRoster(office, `Name,Email\n"Ana Silva,${'x'.repeat(100_000)}`);
    expect(open.counts).toMatchObject({ error: 1 });
  });

  test('UTF-16 without its mark is read, in either order of bytes', async () => {
    const little = Buffer.from('Name,Email\nZoë Petrović,zoe@example.org\n', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const rehearsal = await rehearseRoster(office, bytes);
      expect(rehearsal).toMatchObject({ encoding: 'UTF-16', counts: { new: 1 } });
      expect(rehearsal.rows[0]?.name).toBe('Zoë Petrović');
    }
  });
});
