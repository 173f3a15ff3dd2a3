import { join } from 'node:path';
import Database from 'better-sqlite3';
import PDFDocument from 'pdfkit';
import { type Measured, once, peakMemory, print } from './measure.ts';
import { benchFolder, fill, openOffice, withVersion } from './office.ts';

/** Issues 2,000 certificates on one and on two render workers, beside a page of the same words in a built-in font. */
const PEOPLE = 2_000;
const lines: Measured[] = [];
const plain = await once(async () => {
  for (let index = 0; index < 200; index += 1) await plainPage(index);
});
const floor = { what: 'the same page in a built-in font', milliseconds: (plain.milliseconds / 200) * PEOPLE };
for (const renderWorkers of [1, 2]) {
  const folder = benchFolder();
  const seed = await openOffice(folder);
  const versionId = await withVersion(seed);
  const { id: activityId } = await seed.ask('activities.create', {
    versionId,
    title: 'Artificial intelligence in the clinic',
    startsOn: '2026-03-02',
  });
  const activity = await seed.ask('activities.get', { id: activityId });
  await seed.ask('activities.update', {
    id: activityId,
    content: {
      title: activity.title,
      learningFormat: activity.learningFormat,
      formatDescription: activity.formatDescription,
      delivery: 'online',
      place: '',
      link: activity.link,
      startsOn: activity.startsOn,
      endsOn: activity.endsOn,
      timeZone: activity.timeZone,
      providership: 'direct',
      jointProviders: [],
      maximumQuarters: activity.maximumQuarters,
      rules: {
        minimumAttendancePercent: 80,
        assessmentRequired: false,
        passPercent: 70,
        evaluationRequired: false,
      },
    },
  });
  await seed.close();
  fill(folder, PEOPLE, (database, firstPerson) => {
    const enrol = database.prepare(
      `INSERT INTO enrolments (activity_id, person_id, profession, credentials, enrolled_at) VALUES (?, ?, 'physician', 'MD', '2026-01-01T00:00:00.000Z')`,
    );
    for (let index = 0; index < PEOPLE; index += 1) enrol.run(activityId, firstPerson + index);
  });
  const office = await openOffice(folder, renderWorkers);
  const grid = await office.ask('attendance.grid', { activityId });
  for (const session of grid.sessions)
    await office.ask('attendance.mark', {
      activityId,
      marks: grid.rows.map((row) => ({
        enrolmentId: row.enrolmentId,
        sessionId: session.id,
        minutes: session.minutes,
      })),
    });
  const enrolmentIds = grid.rows.map((row) => row.enrolmentId);
  await office.ask('completion.record', { activityId, enrolmentIds, claimedQuarters: 'earned' });
  const issued = await once(() => office.job('certificates.issue', { activityId, enrolmentIds }));
  await office.close();
  const database = new Database(join(folder, 'rounds.db'), { readonly: true });
  const made = database
    .prepare('SELECT count(*) AS number, avg(size_bytes) AS bytes FROM certificates')
    .get() as { readonly number: number; readonly bytes: number };
  database.close();
  lines.push({
    what: `issue ${made.number} on ${renderWorkers} render ${renderWorkers === 1 ? 'worker' : 'workers'}`,
    milliseconds: issued.milliseconds,
    floor,
    note: `${(made.number / (issued.milliseconds / 1_000)).toFixed(1)} a second, ${Math.round(made.bytes / 1024)} KiB each, ${peakMemory()}`,
  });
}
print(`Certificates for ${PEOPLE} people`, lines);

function plainPage(index: number): Promise<number> {
  return new Promise((resolve) => {
    const page = new PDFDocument({ size: 'LETTER', layout: 'landscape' });
    let bytes = 0;
    page.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    page.on('end', () => resolve(bytes));
    page.fontSize(28).text('Certificate of Credit', { align: 'center' });
    page.fontSize(24).text(`Person Number ${index}, MD`, { align: 'center' });
    page.fontSize(11);
    for (let line = 0; line < 8; line += 1)
      page.text(
        'The provider designates this live activity for a maximum of 5.25 AMA PRA Category 1 Credits.',
        { align: 'center' },
      );
    page.end();
  });
}
