export { type CheckedModule, checkLibrary, type LibraryProblem } from '../../shared/modules/check-library.ts';
export {
  catalogueModules,
  catalogueTemplates,
  seedCatalogue,
  type TemplateContent,
} from './catalogue.ts';
export { listCompetencies } from './competencies.ts';
export {
  addJudgedModule,
  changeJudgedModule,
  listModules,
  modulesById,
} from './modules.ts';
export { moduleColumns } from './rows.ts';
export { draftsKeepTheirModules, libraryStaysSound, usedModulesStay } from './undo-checks.ts';
