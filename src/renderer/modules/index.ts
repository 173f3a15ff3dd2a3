/** The module library: find, read, write and retire modules. */
export { ModuleRoutes } from './ModuleRoutes.tsx';
