import type { Topic } from './contract/index.ts';

/** Every topic: another file, or another run of the engine, stands behind the window, and all that it shows is to be fetched again. */
export const ALL_TOPICS: readonly Topic[] = [
  'system',
  'office',
  'modules',
  'curricula',
  'people',
  'learners',
  'activities',
  'attendance',
  'credit',
  'certificates',
  'imports',
];
