import type { Activity, ActivitySummary } from '../../shared/contract/activities.ts';
import type { Profession } from '../../shared/contract/primitives.ts';
import type { Tone } from '../components/index.ts';

/** Where an activity stands, as a coordinator says it, with the tone of its badge. */
export const STAGES = {
  planned: { label: 'Planned', tone: 'neutral' },
  running: { label: 'Under way', tone: 'info' },
  finished: { label: 'Finished', tone: 'warning' },
  certified: { label: 'Certified', tone: 'good' },
} as const satisfies Record<ActivitySummary['stage'], { label: string; tone: string }>;

/** The badge of an activity: its stage, and whether somebody who attended still has no certificate. */
export function stageBadge({ stage, partlyCertified }: Pick<ActivitySummary, 'stage' | 'partlyCertified'>): {
  readonly label: string;
  readonly tone: Tone;
} {
  return stage === 'certified' && partlyCertified
    ? { label: 'Partly certified', tone: 'warning' }
    : STAGES[stage];
}

/** How an activity is held. */
export const DELIVERIES = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'In person and online',
} as const satisfies Record<Activity['delivery'], string>;

/** Which paper a person of this profession may get (accreditation.md 1.4). */
export function paperFor(profession: Profession): string {
  return profession === 'physician' ? 'Credit certificate' : 'Participation certificate';
}

/** Where an activity is held, in one line: place, or how it is held when no place is known. */
export function whereHeld(activity: { readonly delivery: string; readonly place: string }): string {
  if (activity.place) return activity.place;
  switch (activity.delivery) {
    case 'in-person':
      return 'Place not set';
    case 'online':
      return DELIVERIES.online;
    default:
      return DELIVERIES.hybrid;
  }
}
