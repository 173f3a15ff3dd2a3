/** Everything under `/certificates`, and the certificates of one activity. */
export { ActivityCertificates } from './ActivityCertificates.tsx';
export { CertificateRoutes } from './CertificateRoutes.tsx';
