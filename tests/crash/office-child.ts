import { readFileSync } from 'node:fs';
import { IssueResult } from '../../src/shared/contract/certificates.ts';
import { openCourse, rehearseRoster } from '../engine/course.ts';
import { openEngine, type TestEngine } from '../engine/fixture.ts';

/**
 * A program that works as an office does (sets up, imports a roster into an activity, issues certificates), says on standard output
 * what it was told is done, and kills itself without warning at the step named in its arguments.
 */
async function main(): Promise<void> {
  const [folder = '', work = '', killAt = '', killAfter = '1', roster = ''] = process.argv.slice(2);
  let seen = 0;
  const office = await openEngine({
    dataDirectory: folder,
    now: () => '2026-11-20T12:00:00.000Z',
    onStep: (name) => {
      if (name === killAt && ++seen === Number(killAfter)) process.kill(process.pid, 'SIGKILL');
    },
  });
  if (work === 'set up') {
    await office.withOffice();
    await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  }
  if (work === 'import') await importRoster(office, readFileSync(roster));
  if (work === 'issue') await issue(office);
  await office.close();
}

async function importRoster(office: TestEngine, bytes: Uint8Array): Promise<void> {
  const { rehearsalId } = await rehearseRoster(office, bytes, { activityId: 1 });
  const { status } = await office.job('imports.apply', { rehearsalId, decisions: [] });
  process.stdout.write(`imported ${status}\n`);
}

async function issue(office: TestEngine): Promise<void> {
  const { sessions, rows } = await office.ask('attendance.grid', { activityId: 1 });
  const enrolmentIds = rows.map(({ enrolmentId }) => enrolmentId);
  const [session] = sessions;
  const marks = enrolmentIds.map((enrolmentId) => ({
    enrolmentId,
    sessionId: session?.id ?? 0,
    minutes: 60,
  }));
  await office.ask('attendance.mark', { activityId: 1, marks });
  await office.ask('completion.record', { activityId: 1, enrolmentIds, claimedQuarters: 'earned' });
  const job = await office.job('certificates.issue', { activityId: 1, enrolmentIds });
  const { asked, made, held, failed } = IssueResult.parse(job.result);
  process.stdout.write(`issued ${asked} ${made} ${held} ${failed}\n`);
}

await main();
