import type { system } from '../../shared/contract/system.ts';
import { MENDED_OUTSIDE } from '../../shared/problems.ts';
import { checkAudit, listBackups, OFFICE_FILE, recentChanges } from '../database/index.ts';
import { homeSummary } from '../office/home.ts';
import { searchEverything } from '../office/search.ts';
import type { Handlers } from './handlers.ts';
import { undoChange } from './undo.ts';

/** Methods that concern the file as a whole, the history, jobs, the palette and Home. */
export const systemHandlers: Handlers<typeof system> = {
  'system.state': async ({ file, appVersion }) => {
    // Another window may be closed by now, or the drive be back: a look at the state is a new try.
    if (file.problem && MENDED_OUTSIDE.has(file.problem.code)) await file.open();
    const common = { dataDirectory: file.dataDirectory, fileName: OFFICE_FILE, version: appVersion };
    if (file.problem) return { ...common, phase: 'unavailable', sample: false, problem: file.problem };
    const office = file.reader.first(file.reader.from.selectFrom('office').select('sample'));
    return { ...common, phase: office ? 'ready' : 'new', sample: office?.sample === 1, problem: null };
  },
  'backups.list': ({ file }) => [...listBackups(file.dataDirectory)],
  'backups.create': ({ file, jobs }) =>
    jobs.start('backup', 'Taking a backup', async (control) => ({
      ...(await file.backup('manual', control.progress)),
    })),
  'backups.restore': ({ file, jobs }, { name }) =>
    jobs.startAlone('restore', 'Restoring a backup', async () => {
      await file.restore(name);
      return { name };
    }),
  'system.startFresh': ({ file, jobs }) =>
    jobs.startAlone('start-fresh', 'Starting an empty office', async () => {
      await file.startFresh();
      return {};
    }),
  'changes.recent': ({ read }, { limit }) => [...recentChanges(read, limit)],
  'changes.undo': ({ write }, { changeId }) => ({ title: undoChange(write, changeId) }),
  'audit.check': ({ read }) => checkAudit(read),
  'jobs.get': ({ jobs }, { jobId }) => jobs.get(jobId),
  'jobs.cancel': ({ jobs }, { jobId }) => {
    jobs.cancel(jobId);
    return {};
  },
  'search.everything': ({ read }, { text }) => [...searchEverything(read, text)],
  'home.summary': ({ read, now, file }) =>
    homeSummary(read, now(), listBackups(file.dataDirectory), file.recentAudit),
};
