import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../../src/shared/activities/content.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import { buildIfNeeded } from '../build-if-needed.ts';
import { clearTheWay, DemoFault, type DemoRequest, type InputFile } from './arguments.ts';
import { type DemoEngine, startDemoEngine } from './engine.ts';
import { fitToReport } from './schedule.ts';

type Rows = Output<'imports.rows'>;

/** What became of one input file, row by row. */
export type ImportOutcome = {
  readonly file: string;
  readonly layout: string;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Every row of the file with its fate and the reason. */
  readonly fates: Rows;
};

/** Everything that the demo leaves in `summary.json`. Credit is in quarter-hours. */
export type DemoSummary = {
  readonly folder: string;
  readonly earlierResult: string | null;
  readonly curriculum: {
    readonly template: string;
    readonly title: string;
    readonly version: number;
    readonly modules: number;
    readonly minutes: number;
    readonly creditQuarters: number;
  };
  readonly activity: {
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly sessions: number;
    readonly maximumQuarters: number;
    readonly enrolled: number;
    /** Of those enrolled, whose profession the roster says. */
    readonly professionsKnown: number;
  };
  readonly roster: ImportOutcome;
  readonly attendance: ImportOutcome;
  readonly certificates: {
    readonly asked: number;
    readonly made: number;
    readonly held: readonly { readonly name: string; readonly reason: string }[];
    readonly issued: readonly {
      readonly number: string;
      readonly name: string;
      readonly kind: string;
      readonly creditQuarters: number;
      readonly file: string;
      readonly sha256: string;
    }[];
  };
  readonly people: readonly {
    readonly name: string;
    readonly credentials: string;
    readonly kind: string;
    readonly complete: boolean;
    readonly missing: readonly string[];
    readonly earnedQuarters: number;
    readonly claimedQuarters: number | null;
    readonly sum: readonly { readonly label: string; readonly value: string }[];
  }[];
};

/** Does the whole main job with the engine of the program and leaves the result in the folder. @throws DemoFault */
export async function runDemo(request: DemoRequest): Promise<DemoSummary> {
  await buildIfNeeded();
  const earlierResult = clearTheWay(request.folder, new Date());
  try {
    mkdirSync(join(request.folder, 'certificates'), { recursive: true });
  } catch {
    throw new DemoFault(`${request.folder} cannot be written. Name a folder that you may write into.`);
  }
  const engine = await startDemoEngine(request.folder);
  try {
    const summary = await mainJob(engine, request, earlierResult);
    writeFileSync(join(request.folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } catch (error) {
    // Marks the folder as the demo's own, so that the next run may set it aside.
    const message = error instanceof Error ? error.message : String(error);
    writeFileSync(join(request.folder, 'summary.json'), `${JSON.stringify({ stopped: message }, null, 2)}\n`);
    throw error;
  } finally {
    await engine.close();
  }
}

async function mainJob(
  engine: DemoEngine,
  request: DemoRequest,
  earlierResult: string | null,
): Promise<DemoSummary> {
  await setUpOffice(engine);
  const { versionId, curriculum } = await publishCurriculum(engine, request);
  const activityId = await openActivity(engine, versionId, curriculum.title);
  const roster = await importRoster(engine, request.roster, activityId);
  const attendance = await importAttendance(engine, request.attendance, activityId);
  await claim(engine, activityId);
  const people = await engine.ask('completion.list', { activityId });
  const certificates = await certify(engine, activityId, request.folder);
  const activity = await engine.ask('activities.get', { id: activityId });
  const professionsKnown = people.filter(({ profession }) => profession !== 'other').length;
  const { title, startsOn, endsOn, maximumQuarters, enrolled, sessions } = activity;
  return {
    folder: request.folder,
    earlierResult,
    curriculum: { ...curriculum, template: request.template },
    activity: {
      title,
      startsOn,
      endsOn,
      sessions: sessions.length,
      maximumQuarters,
      enrolled,
      professionsKnown,
    },
    roster,
    attendance,
    certificates,
    people: people.map((row) => ({
      name: row.name,
      credentials: row.credentials,
      kind: row.kind,
      complete: row.complete,
      missing: row.missing.map(({ sentence }) => sentence),
      earnedQuarters: row.earnedQuarters,
      claimedQuarters: row.claimedQuarters,
      sum: row.sum,
    })),
  };
}

async function setUpOffice(engine: DemoEngine): Promise<void> {
  await engine.ask('office.setUp', {
    providerName: 'Northfield Medical Society',
    address: '100 Example Street\nNorthfield, NY 10000',
    accreditor: 'accme',
    stateSociety: '',
    logoAssetId: null,
    paper: 'letter',
    timeZone: 'America/New_York',
    certificatePrefix: 'DEMO',
    rounding: 'nearest',
    fractionNoun: 'singular',
    signatories: [{ id: null, name: 'Rosa Lindqvist, MD', title: 'Medical Director', imageAssetId: null }],
  });
}

async function publishCurriculum(engine: DemoEngine, request: DemoRequest) {
  const templates = await engine.ask('templates.list', {});
  const template = templates.find(({ code }) => code === request.template);
  if (!template)
    throw new DemoFault(
      `There is no template ${request.template}. Choose one of ${templates.map(({ code }) => code).join(', ')}.`,
    );
  const { id } = await engine.ask('curricula.create', {
    title: template.title,
    templateCode: template.code,
    specialtyModule: null,
  });
  const { versionId, number } = await engine.ask('curricula.publish', { id });
  const version = await engine.ask('versions.get', { versionId });
  const syllabus = await engine.ask('versions.syllabus', { versionId });
  writeFileSync(join(request.folder, 'syllabus.pdf'), Buffer.from(syllabus.base64, 'base64'));
  const { title, minutes, creditQuarters } = version;
  return {
    versionId,
    curriculum: { title, version: number, modules: version.content.length, minutes, creditQuarters },
  };
}

/** One activity on the version; any attendance completes it, since the files hold nothing else. */
async function openActivity(engine: DemoEngine, versionId: number, title: string): Promise<number> {
  const startsOn = new Date().toISOString().slice(0, 10);
  const { id } = await engine.ask('activities.create', { versionId, title, startsOn });
  const activity = await engine.ask('activities.get', { id });
  await engine.ask('activities.update', {
    id,
    content: {
      ...contentOf(activity),
      learningFormat: 'live activity',
      delivery: 'online',
      rules: {
        minimumAttendancePercent: 0,
        assessmentRequired: false,
        passPercent: 0,
        evaluationRequired: false,
      },
    },
  });
  return id;
}

async function importRoster(engine: DemoEngine, file: InputFile, activityId: number): Promise<ImportOutcome> {
  const { fileName, base64 } = file;
  const rehearsal = await engine.ask('imports.rehearseRoster', { fileName, base64, activityId });
  return applyRehearsal(engine, rehearsal);
}

async function importAttendance(
  engine: DemoEngine,
  file: InputFile,
  activityId: number,
): Promise<ImportOutcome> {
  const { fileName, base64 } = file;
  const report = { fileName, base64, activityId, sessionId: null };
  const first = await engine.ask('imports.rehearseAttendance', report);
  if (first.joins === null) return applyRehearsal(engine, first);
  await fitToReport(engine, activityId, first.joins.firstJoin);
  return applyRehearsal(engine, await engine.ask('imports.rehearseAttendance', report));
}

const WRITING = ['new', 'known', 'changes'] as const;

/** Applies what a rehearsal found, without decisions: whoever is held stays held and is named in the summary. */
async function applyRehearsal(
  engine: DemoEngine,
  rehearsal: Output<'imports.rehearseRoster'>,
): Promise<ImportOutcome> {
  const { rehearsalId, fileName, layout, total, counts } = rehearsal;
  const outcome = { file: fileName, layout, rows: total, counts };
  if (!WRITING.some((fate) => (counts[fate] ?? 0) > 0)) return { ...outcome, fates: rehearsal.rows };
  await engine.job('imports.apply', { rehearsalId, decisions: [] });
  const [applied] = (await engine.ask('imports.list', { activityId: null })).toSorted((a, b) => b.id - a.id);
  const fates = applied ? await engine.ask('imports.rows', { importId: applied.id }) : rehearsal.rows;
  return { ...outcome, fates };
}

/** Every physician claims what attendance allows. */
async function claim(engine: DemoEngine, activityId: number): Promise<void> {
  const rows = await engine.ask('completion.list', { activityId });
  const enrolmentIds = rows
    .filter(({ kind, earnedQuarters }) => kind === 'cme' && earnedQuarters > 0)
    .map(({ enrolmentId }) => enrolmentId);
  for (let at = 0; at < enrolmentIds.length; at += 10_000)
    await engine.ask('completion.record', {
      activityId,
      enrolmentIds: enrolmentIds.slice(at, at + 10_000),
      claimedQuarters: 'earned',
    });
}

async function certify(
  engine: DemoEngine,
  activityId: number,
  folder: string,
): Promise<DemoSummary['certificates']> {
  const plan = await engine.ask('certificates.plan', { activityId });
  const held = plan.held.map(({ name, reason }) => ({ name, reason }));
  const enrolmentIds = plan.ready.map(({ enrolmentId }) => enrolmentId);
  for (let at = 0; at < enrolmentIds.length; at += 20_000) {
    const result = await engine.job('certificates.issue', {
      activityId,
      enrolmentIds: enrolmentIds.slice(at, at + 20_000),
    });
    // The contract's IssueResult, as the job reports it.
    const { reasons } = result as Pick<
      import('../../src/shared/contract/certificates.ts').IssueResult,
      'reasons'
    >;
    held.push(...reasons.map(({ name, reason }) => ({ name, reason })));
  }
  const issued: DemoSummary['certificates']['issued'][number][] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Output<'certificates.list'> = await engine.ask('certificates.list', {
      text: '',
      activityId,
      status: 'issued',
      after,
      limit: 500,
    });
    for (const { id, number, name, kind, creditQuarters } of page.rows) {
      const { fileName, base64 } = await engine.ask('certificates.file', { id });
      writeFileSync(join(folder, 'certificates', fileName), Buffer.from(base64, 'base64'));
      const { sha256 } = await engine.ask('certificates.get', { id });
      issued.push({ number, name, kind, creditQuarters, file: `certificates/${fileName}`, sha256 });
    }
    after = page.next;
    more = after !== null;
  }
  issued.sort((a, b) => (a.number < b.number ? -1 : 1));
  return { asked: plan.ready.length + plan.held.length, made: issued.length, held, issued };
}
