export { applyRehearsal } from './apply.ts';
export { importRows, listImports } from './records.ts';
export { rehearse } from './rehearse.ts';
