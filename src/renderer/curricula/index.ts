/** Curricula: the list, the builder, published versions. */
export { CurriculaRoutes } from './CurriculaRoutes.tsx';
