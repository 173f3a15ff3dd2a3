/** The way back from a module to all of them. */
export const BACK = { label: 'Module library', path: '/modules' } as const;
