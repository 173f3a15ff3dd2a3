/** Modules and curricula as files: out of the library and into it. */

export { ExchangeImport } from './ExchangeImport.tsx';
export { ExportMenu } from './ExportMenu.tsx';
export { saveCurriculum, saveModules } from './export-files.ts';
