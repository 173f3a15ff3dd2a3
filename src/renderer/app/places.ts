import {
  IconBooks,
  IconBuildingBank,
  IconCalendarEvent,
  IconCertificate,
  IconHome,
  IconPuzzle,
  IconUsers,
} from '@tabler/icons-react';

/** A place of the window as the rail, the palette and the keyboard know it. */
export type Place = {
  readonly path: string;
  readonly label: string;
  readonly icon: typeof IconHome;
  /** Second key after `g`. */
  readonly key: string;
};

export const HOME: Place = { path: '/', label: 'Home', icon: IconHome, key: 'h' };

/** The main job, in its order. */
export const WORK: readonly Place[] = [
  { path: '/curricula', label: 'Curricula', icon: IconBooks, key: 'c' },
  { path: '/activities', label: 'Activities', icon: IconCalendarEvent, key: 'a' },
  { path: '/people', label: 'People', icon: IconUsers, key: 'p' },
  { path: '/certificates', label: 'Certificates', icon: IconCertificate, key: 't' },
];

/** What the main job draws on. */
export const SUPPORT: readonly Place[] = [
  { path: '/modules', label: 'Module library', icon: IconPuzzle, key: 'm' },
  { path: '/office', label: 'Office', icon: IconBuildingBank, key: 'o' },
];

export const PLACES: readonly Place[] = [HOME, ...WORK, ...SUPPORT];

/** Whether a path lies in a place. */
export function isIn(place: Place, path: string): boolean {
  return place.path === '/' ? path === '/' : path === place.path || path.startsWith(`${place.path}/`);
}
