export { addCurriculum, draftsOf, getCurriculum } from './curricula.ts';
export { printedFile } from './printed-file.ts';
export { versionElectives } from './version-electives.ts';
export { getVersion } from './versions.ts';
