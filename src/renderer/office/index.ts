/** The office: its settings, its statements, its backups and its history. */
export { OfficeRoutes } from './OfficeRoutes.tsx';
