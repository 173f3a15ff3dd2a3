import type { system } from '../../shared/contract/system.ts';
import { checkAudit, listBackups, OFFICE_FILE, SEALED } from '../database/index.ts';
import { homeSummary } from '../office/home.ts';
import { searchEverything } from '../office/search.ts';
import type { Handlers } from './handlers.ts';

/** Methods that concern the file as a whole, the history, jobs, the palette and Home. */
export const systemHandlers: Handlers<typeof system> = {
  'system.state': ({ file, appVersion }) => {
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
    jobs.start('restore', 'Restoring a backup', async () => {
      await file.restore(name);
      return { name };
    }),
  'system.startFresh': ({ file, jobs }) =>
    jobs.start('start-fresh', 'Starting an empty office', async () => {
      await file.startFresh(file.problem ? 'damaged' : 'sample');
      return {};
    }),
  'changes.recent': ({ read }, { limit }) => {
    const rows = read.rows<{
      id: number;
      at: string;
      method: string;
      title: string;
      reason: string | null;
      rows: number;
      entities: string;
      undone: number;
    }>(
      `SELECT changes.id, at, method, title, reason, count(audit.id) AS rows, group_concat(DISTINCT audit.entity) AS entities,
         EXISTS (SELECT 1 FROM changes AS later WHERE later.undo_of = changes.id) AS undone
       FROM (SELECT * FROM changes ORDER BY id DESC LIMIT ?) AS changes LEFT JOIN audit ON audit.change_id = changes.id
       GROUP BY changes.id ORDER BY changes.id DESC`,
      limit,
    );
    return rows.map(({ id, entities, undone, ...row }) => ({
      ...row,
      changeId: id,
      undoable: undone === 0 && !(entities ?? '').split(',').some((entity) => SEALED.has(entity)),
    }));
  },
  'changes.undo': ({ write }, { changeId }) => ({ title: write.undo(changeId) }),
  'audit.check': ({ read }) => checkAudit(read),
  'jobs.get': ({ jobs }, { jobId }) => jobs.get(jobId),
  'jobs.cancel': ({ jobs }, { jobId }) => {
    jobs.cancel(jobId);
    return {};
  },
  'search.everything': ({ read }, { text }) => [...searchEverything(read, text)],
  'home.summary': ({ read, now, file }) => homeSummary(read, now(), listBackups(file.dataDirectory)),
};
