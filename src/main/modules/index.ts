export { type CheckedModule, checkLibrary, type LibraryProblem } from '../../shared/modules/check-library.ts';
export { catalogueTemplates, seedCatalogue, type TemplateContent } from './catalogue.ts';
export { listCompetencies } from './competencies.ts';
export {
  addJudgedModule,
  changeJudgedModule,
  listModules,
  modulesById,
  requireModulesNamed,
} from './modules.ts';
export { moduleColumns } from './rows.ts';
