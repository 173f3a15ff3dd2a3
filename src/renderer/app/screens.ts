import { lazy } from 'react';

/** Each part of the window is loaded when it is first opened. */
export const CurriculaRoutes = lazy(() =>
  import('../curricula/index.ts').then((part) => ({ default: part.CurriculaRoutes })),
);
export const ModuleRoutes = lazy(() =>
  import('../modules/index.ts').then((part) => ({ default: part.ModuleRoutes })),
);
export const ActivityRoutes = lazy(() =>
  import('../activities/index.ts').then((part) => ({ default: part.ActivityRoutes })),
);
export const PeopleRoutes = lazy(() =>
  import('../people/index.ts').then((part) => ({ default: part.PeopleRoutes })),
);
export const CertificateRoutes = lazy(() =>
  import('../certificates/index.ts').then((part) => ({ default: part.CertificateRoutes })),
);
export const OfficeRoutes = lazy(() =>
  import('../office/index.ts').then((part) => ({ default: part.OfficeRoutes })),
);
