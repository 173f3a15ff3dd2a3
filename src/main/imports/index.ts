export { applyRehearsal } from './apply.ts';
export { decode, readTable, type Table } from './read-table.ts';
export { importRows, listImports } from './records.ts';
export { rehearse } from './rehearse.ts';
