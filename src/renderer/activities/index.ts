/** Everything under `/activities`: the list, a new activity, and the work on one. */
export { ActivityRoutes } from './ActivityRoutes.tsx';
