export {
  getOffice,
  isTimeZone,
  type OfficeForPages,
  officeForPages,
  officeRounding,
} from './settings.ts';
export { listStatements } from './statements.ts';
