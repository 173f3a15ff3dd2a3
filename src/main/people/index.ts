export { insertPerson, personContent, rewritePerson } from './people.ts';
