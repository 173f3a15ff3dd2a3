export { AttendanceImport } from './AttendanceImport.tsx';
export { ImportList } from './ImportList.tsx';
export { ImportRecord } from './ImportRecord.tsx';
export { ReflectionsImport } from './ReflectionsImport.tsx';
export { RosterImport } from './RosterImport.tsx';
