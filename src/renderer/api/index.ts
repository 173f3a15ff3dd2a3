/** The window's way to the engine: reads that stay current, writes with Undo, jobs, and files. */
export { CallFault, call, callOrThrow, onEngineEvent, onReach } from './client.ts';
export { type Command, callOrShow, showDone, showFault, undo, useCommand } from './commands.tsx';
export { blobOf, bytesOf, printFile, readFile, saveFile } from './files.ts';
export { type JobHandle, type JobMethod, useJob } from './jobs.ts';
export {
  forgetOffice,
  type Kept,
  keptByOffice,
  unsavedWork,
  useKept,
  useOfficeEpoch,
  withEntry,
} from './kept-by-office.ts';
export { followEngine, queryClient, refetchMethod, refetchTopics } from './queries.ts';
export { type PagedMethod, type Pages, type ReadOptions, useRead, useReadPages } from './reads.ts';
export { type FileMethod, saveFileOf } from './save-file-of.ts';
export { canSaveIntoFolder, chooseFolder, type FolderResult, saveIntoFolder } from './save-folder.ts';
