export { type AuditCheck, checkAudit } from './audit.ts';
export { listBackups } from './backup.ts';
export { OfficeFile, type OfficeFileOptions } from './office-file.ts';
export { OFFICE_FILE } from './open.ts';
export type { Reader } from './reader.ts';
export { recentChanges } from './recent-changes.ts';
export type { Schema } from './schema.ts';
export { touches, type UndoCheck } from './undo-check.ts';
export type { Writer } from './writer.ts';
