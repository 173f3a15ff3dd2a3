export { pairsFollowMerges } from './different-people.ts';
export { peopleWith, requirePerson } from './find.ts';
export { ENROLMENT_COUNTS, NAME_COLUMNS, type NamedRow, rowName } from './names.ts';
export { insertPerson, rewritePerson } from './people.ts';
export { personContent } from './person-row.ts';
export { nobodySharesIdentifiers } from './undo-check.ts';
