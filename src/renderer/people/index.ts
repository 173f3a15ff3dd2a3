export { PeopleRoutes } from './PeopleRoutes.tsx';
