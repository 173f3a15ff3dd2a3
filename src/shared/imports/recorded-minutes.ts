/** What the minutes of a report do to what a session has on record. */
export type Weighed = 'first' | 'more' | 'same' | 'kept';

/** Weighs a report against the record: a report is a partial view, so it never lowers what somebody has. */
export function weighMinutes(recorded: number | null, reported: number): Weighed {
  if (recorded === null) return 'first';
  if (reported > recorded) return 'more';
  return reported === recorded ? 'same' : 'kept';
}

/** What happens to recorded minutes, in one sentence; empty where there were none, or the same. */
export function weighedInWords(title: string, recorded: number | null, reported: number): string {
  switch (weighMinutes(recorded, reported)) {
    case 'more':
      return `${title}: ${recorded} → ${reported} min (more).`;
    case 'kept':
      return `${title} keeps ${recorded} min; the report has ${reported}.`;
    default:
      return '';
  }
}
