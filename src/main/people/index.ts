export { insertPerson, personContent, rewritePerson } from './people.ts';
export { nobodySharesIdentifiers } from './undo-check.ts';
