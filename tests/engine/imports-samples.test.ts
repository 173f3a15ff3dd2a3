import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RehearsedRow } from '../../src/shared/contract/people.ts';
import {
  apply,
  COURSE_DAY,
  everyone,
  openCourse,
  rehearseReport,
  rehearseRoster,
  sample,
  written,
} from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';

/*
 * What becomes of every row of every sample file, decided by reading the files. Rows are numbered as a spreadsheet does.
 */

let office: TestEngine;
beforeEach(async () => {
  office = await openEngine();
  await office.withOffice();
});
afterEach(() => office.close());

/** `row fate` for each row, in the order of the file; a part of the reason after a colon where the table gives one. */
function fates(rows: readonly RehearsedRow[], like: readonly string[]): readonly string[] {
  const wanted = new Map(like.map((line) => [line.split(' ')[0], line.split(': ')[1]]));
  return rows
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, fate, reason }) => {
      const part = wanted.get(String(row));
      if (part === undefined) return `${row} ${fate}`;
      return `${row} ${fate}: ${reason.includes(part) ? part : reason}`;
    });
}

function lines(table: string): readonly string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

function from(first: number, last: number, fate: string): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${first + index} ${fate}`);
}

describe('roster.csv', () => {
  test('sixty new people, every word of them kept', async () => {
    const rehearsal = await rehearseRoster(office, sample('roster.csv'));
    expect(rehearsal).toMatchObject({ encoding: 'UTF-8', headerRow: 1, total: 61 });
    const like = ['1 ignored: Column headings.', ...from(2, 61, 'new')];
    expect(fates(rehearsal.rows, like)).toEqual(like);
    expect(rehearsal.rows.filter(({ fate, reason }) => fate === 'new' && reason !== '')).toEqual([]);
    expect(await apply(office, rehearsal)).toMatchObject({ asked: 61, done: 61, held: 0, failed: 0 });

    const text = new TextDecoder().decode(sample('roster.csv'));
    const [, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    const found = (await everyone(office)).map((one) => [
      one.givenName,
      one.familyName,
      one.credentials,
      one.specialty,
      one.email,
      one.npi,
      one.licences.map(({ state, number }) => `${state} ${number}`).join(),
      one.birthMonthDay.replace('-', '/'),
    ]);
    expect(found).toEqual(rows.map((row) => row.filter((_, index) => index !== 3)));
  });

  test('the profession column decides who is a physician', async () => {
    await apply(office, await rehearseRoster(office, sample('roster.csv')));
    const counts: Record<string, number> = {};
    for (const { profession } of await everyone(office)) counts[profession] = (counts[profession] ?? 0) + 1;
    // Counted in the file, by its column of professions.
    expect(counts).toEqual({
      physician: 22,
      nurse: 8,
      'nurse practitioner': 8,
      'physician associate': 3,
      pharmacist: 6,
      administrator: 7,
      'data scientist': 6,
    });
  });

  test('a second time every row is the same, and there is nothing to import', async () => {
    const activity = await openCourse(office, [{ at: '12:00', minutes: 60 }]);
    const first = await rehearseRoster(office, sample('roster.csv'), { activityId: activity.id });
    await apply(office, first);
    const before = await written(office);
    const again = await rehearseRoster(office, sample('roster.csv'), { activityId: activity.id });
    expect(again.counts).toMatchObject({ same: 60, new: 0, known: 0, changes: 0, ignored: 1 });
    const job = await office.job('imports.apply', { rehearsalId: again.rehearsalId, decisions: [] });
    expect(job).toMatchObject({ status: 'failed', fault: { code: 'imports/nothing-to-apply' } });
    expect(await written(office)).toBe(before);
  });

  test('people who are known are enrolled without a change', async () => {
    await apply(office, await rehearseRoster(office, sample('roster.csv')));
    const before = await everyone(office);
    const activity = await openCourse(office, [{ at: '12:00', minutes: 60 }]);
    const rehearsal = await rehearseRoster(office, sample('roster.csv'), { activityId: activity.id });
    expect(rehearsal.counts).toMatchObject({ known: 60, new: 0 });
    await apply(office, rehearsal);
    expect((await office.ask('activities.get', { id: activity.id })).enrolled).toBe(60);
    const after = await everyone(office);
    expect(after.map(({ history: _, ...rest }) => rest)).toEqual(
      before.map(({ history: _, ...rest }) => rest),
    );
  });
});

describe('roster-messy.csv', () => {
  const TROUBLE = lines(`
    24 duplicate: The same person as in row 7.
    25 error: is not an e-mail address
    26 error: The row has no name.
    27 error: is not an NPI
    28 error: begins like a formula
    29 new: Without an e-mail address.
    30 new: No profession is recognized
  `);

  test('in an empty office', async () => {
    const rehearsal = await rehearseRoster(office, sample('roster-messy.csv'));
    expect(rehearsal).toMatchObject({ encoding: 'UTF-8', headerRow: 3, total: 30 });
    const like = [
      ...lines(`
        1 ignored: Above the column headings.
        2 ignored: Above the column headings.
        3 ignored: Column headings.
      `),
      ...from(4, 23, 'new'),
      ...TROUBLE,
    ];
    expect(fates(rehearsal.rows, like)).toEqual(like);
    expect(await apply(office, rehearsal)).toMatchObject({ asked: 30, done: 26, held: 0, failed: 4 });
    const people = await everyone(office);
    expect(people).toHaveLength(22);
    // Capitals and blanks around the address are gone.
    expect(people[0]).toMatchObject({ familyName: 'MacDonald', email: 'lwazi.macdonald0@example.org' });
    expect(people.map(({ email }) => email)).not.toContain('formula@example.org');
    // The longest name that a line may hold is kept whole.
    expect(people.find(({ email }) => email === 'long@example.org')?.givenName).toMatch(/^L{290,300}$/);
  });

  test('after the roster, the twenty are known and nothing of them changes', async () => {
    await apply(office, await rehearseRoster(office, sample('roster.csv')));
    const rehearsal = await rehearseRoster(office, sample('roster-messy.csv'));
    const like = [...from(4, 23, 'same'), ...TROUBLE];
    expect(fates(rehearsal.rows, like).slice(3)).toEqual(like);
  });

  test('a second time nothing is new, not even the row without an address', async () => {
    await apply(office, await rehearseRoster(office, sample('roster-messy.csv')));
    const again = await rehearseRoster(office, sample('roster-messy.csv'));
    expect(again.counts).toMatchObject({ same: 22, new: 0, held: 0, duplicate: 1, error: 4 });
  });
});

describe('roster-excel-europe.csv', () => {
  test('semicolons, Windows-1252 and names written last name first', async () => {
    const rehearsal = await rehearseRoster(office, sample('roster-excel-europe.csv'));
    expect(rehearsal).toMatchObject({ encoding: 'Windows-1252', headerRow: 1 });
    expect(rehearsal.columns.map(({ header, field }) => `${header} ${field}`)).toEqual([
      'Name fullName',
      'Titel credentials',
      'E-Mail email',
      'Fachgebiet specialty',
    ]);
    // The three whose only letters are PhD say no profession.
    const unsaid = [5, 11, 26].map((row) => `${row} new: No profession is recognized`);
    const like = ['1 ignored: Column headings.', ...from(2, 26, 'new')].map(
      (line) => unsaid.find((other) => other.startsWith(`${line.split(' ')[0]} `)) ?? line,
    );
    expect(fates(rehearsal.rows, like)).toEqual(like);
    await apply(office, rehearsal);
    const byEmail = new Map((await everyone(office)).map((one) => [one.email, one]));
    expect(byEmail.get('hiroshi.garcialopez1@example.org')).toMatchObject({
      givenName: 'Hiroshi',
      familyName: 'García-López',
      profession: 'nurse',
    });
    expect(byEmail.get('bjrn.delacruz14@example.org')).toMatchObject({
      givenName: 'Bjørn',
      familyName: 'de la Cruz',
    });
    expect(byEmail.get('dmitri.vanderberg25@example.org')?.familyName).toBe('van der Berg');
    expect(byEmail.get('lwazi.macdonald0@example.org')).toMatchObject({
      credentials: 'MD, PhD',
      profession: 'physician',
      specialty: 'Family Medicine',
    });
  });

  test('what the fuller roster knows is filled in afterwards, and said', async () => {
    await apply(office, await rehearseRoster(office, sample('roster-excel-europe.csv')));
    const rehearsal = await rehearseRoster(office, sample('roster.csv'));
    expect(rehearsal.counts).toMatchObject({ changes: 25, new: 35 });
    const first = rehearsal.rows.find(({ row }) => row === 2);
    expect(first?.reason).toBe('Fills in NPI, month and day of birth, license.');
    await apply(office, rehearsal);
    expect(await everyone(office)).toHaveLength(60);
    expect((await rehearseRoster(office, sample('roster.csv'))).counts).toMatchObject({ same: 60 });
  });
});

describe('attendance reports', () => {
  /** `row fate minutes` for each row of the report. */
  function presences(rows: readonly RehearsedRow[]): readonly string[] {
    return rows
      .filter(({ fate }) => fate !== 'ignored')
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, fate, detail, reason }) => {
        const minutes = /: (\d+) min$/.exec(detail)?.[1] ?? /row (\d+)/.exec(reason)?.[0] ?? '';
        return `${row} ${fate} ${minutes}`;
      });
  }

  async function course(minutes: number): Promise<number> {
    const { id } = await openCourse(office, [{ title: 'Webinar', at: '12:00', minutes }]);
    await apply(office, await rehearseRoster(office, sample('roster.csv'), { activityId: id }));
    return id;
  }

  // From 12:00 to 14:00; who stayed longer gets no more, who joined twice is counted once.
  const WEBINAR = lines(`
    10 new 111
    11 known row 10
    12 new 95
    13 new 113
    14 new 104
    15 new 7
    16 known row 15
    17 new 14
    18 new 61
    19 new 14
    21 new 112
    22 new 44
    23 new 14
    24 new 95
    25 known row 24
    26 new 95
    27 new 105
    28 new 112
    29 new 108
    30 known row 29
    32 new 7
    33 new 95
    34 new 95
    35 known row 34
    36 new 101
    37 new 14
    38 new 44
    39 new 44
    40 known row 39
    41 new 111
    43 new 114
    44 new 44
    45 known row 44
    46 new 104
    47 new 95
    48 new 44
    49 new 61
    50 known row 49
    51 new 61
    52 new 14
    54 new 95
    55 known row 54
    56 new 113
    57 new 14
    58 new 119
  `);

  test('zoom-webinar-attendees.csv', async () => {
    const id = await course(120);
    const before = await written(office);
    const rehearsal = await rehearseReport(office, id, sample('zoom-webinar-attendees.csv'));
    expect(await written(office)).toBe(before);
    expect(rehearsal).toMatchObject({
      layout: 'Zoom webinar report',
      headerRow: 9,
      total: 58,
      joins: { firstJoin: `${COURSE_DAY}T12:01`, lastLeave: `${COURSE_DAY}T14:18` },
    });
    expect(presences(rehearsal.rows)).toEqual(WEBINAR);
    const like = lines(`
      1 ignored: Above the column headings.
      2 ignored: Above the column headings.
      3 ignored: Above the column headings.
      4 ignored: Above the column headings.
      5 ignored: Host of the webinar
      6 ignored: Host of the webinar
      7 ignored: Host of the webinar
      8 ignored: Above the column headings.
      9 ignored: Column headings.
      20 ignored: Registered, did not join.
      31 ignored: Registered, did not join.
      42 ignored: Registered, did not join.
      53 ignored: Registered, did not join.
    `);
    expect(
      fates(
        rehearsal.rows.filter(({ fate }) => fate === 'ignored'),
        like,
      ),
    ).toEqual(like);
    const applied = await apply(office, rehearsal);
    expect(applied).toMatchObject({ asked: 58, done: 58, held: 0, failed: 0 });
    const again = await rehearseReport(office, id, sample('zoom-webinar-attendees.csv'));
    expect(again.counts).toMatchObject({ new: 0, changes: 0, same: 45, known: 0 });

    await office.ask('changes.undo', { changeId: applied.changeId });
    const grid = await office.ask('attendance.grid', { activityId: id });
    expect(grid.rows.every(({ minutes }) => minutes[0] === null)).toBe(true);
    expect(await office.ask('imports.list', { activityId: id })).toMatchObject([{ undone: true }, {}]);
  });

  test('two people of one name are told apart by their addresses', async () => {
    const id = await course(120);
    await apply(office, await rehearseReport(office, id, sample('zoom-webinar-attendees.csv')));
    const grid = await office.ask('attendance.grid', { activityId: id });
    const namesakes = grid.rows.filter(({ name }) => name === 'Anne-Marie Hernández');
    expect(namesakes.map(({ email, minutes }) => [email, minutes[0]])).toEqual([
      ['annemarie.hernandez4@example.org', 7],
      ['annemarie.hernandez5@example.org', 14],
    ]);
  });

  test('zoom-meeting-participants.csv: people without an address are found by name, a telephone is held', async () => {
    const id = await course(60);
    const rehearsal = await rehearseReport(office, id, sample('zoom-meeting-participants.csv'));
    expect(rehearsal).toMatchObject({ layout: 'Zoom meeting report', headerRow: 4 });
    const stays = [58, 57, 56, 55, 54, 53, 52, 58, 57, 56, 55, 54, 53, 52, 58, 57, 56, 55];
    expect(presences(rehearsal.rows)).toEqual([
      ...stays.map((minutes, index) => `${5 + index} new ${minutes}`),
      '23 held 30',
    ]);
    const byName = rehearsal.rows.filter(({ reason }) => reason === 'Found by name.').map(({ row }) => row);
    expect(byName.toSorted((a, b) => a - b)).toEqual([5, 8, 11, 14, 17, 20]);
    const people = (await everyone(office)).length;
    expect(await apply(office, rehearsal)).toMatchObject({ asked: 22, held: 1, failed: 0 });
    expect(await everyone(office)).toHaveLength(people);
  });

  test('teams-attendance.csv: UTF-16, tabs, and no more than the time in the meeting', async () => {
    const id = await course(90);
    const rehearsal = await rehearseReport(office, id, sample('teams-attendance.csv'));
    expect(rehearsal).toMatchObject({ layout: 'Teams attendance report', encoding: 'UTF-16', headerRow: 10 });
    // From 12:00 to 13:30. Row 19 was there from 12:02 to 13:32, row 20 from 12:03 to 13:31.
    const minutes = [90, 88, 75, 46, 45, 44, 15, 3, 88, 87, 75, 46, 45, 44, 15];
    expect(presences(rehearsal.rows)).toEqual(minutes.map((count, index) => `${11 + index} new ${count}`));
    const like = [
      ...from(1, 7, 'ignored: Above the column headings.'),
      '9 ignored: Above the column headings.',
      '10 ignored: Column headings.',
      ...from(27, 35, 'ignored: Single joins of the participants above'),
    ];
    expect(
      fates(
        rehearsal.rows.filter(({ fate }) => fate === 'ignored'),
        like,
      ),
    ).toEqual(like);
  });

  test('in an office that knows nobody, everyone is held and nobody is made', async () => {
    const { id } = await openCourse(office, [{ at: '12:00', minutes: 120 }]);
    const rehearsal = await rehearseReport(office, id, sample('zoom-webinar-attendees.csv'));
    expect(rehearsal.counts).toMatchObject({ held: 45, new: 0, known: 0 });
    const job = await office.job('imports.apply', { rehearsalId: rehearsal.rehearsalId, decisions: [] });
    expect(job.fault?.code).toBe('imports/nothing-to-apply');
    expect(await everyone(office)).toEqual([]);

    // A further join goes with the first one's decision, and stays held with it.
    const further = rehearsal.rows.find(({ goesWith }) => goesWith !== null);
    const first = further?.goesWith ?? 0;
    const along = rehearsal.rows.filter(({ goesWith }) => goesWith === first).length;
    const applied = await apply(office, rehearsal, [{ row: first, choice: 'new' }]);
    expect(applied).toMatchObject({ asked: 58, held: 45 - 1 - along, done: 13 + 1 + along, failed: 0 });
    const rows = await office.ask('imports.rows', { importId: applied.importId });
    expect(rows.find(({ row }) => row === further?.row)).toMatchObject({
      fate: 'known',
      personId: (await everyone(office))[0]?.id,
    });
  });
});
