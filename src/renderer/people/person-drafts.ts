import type { PersonValues } from './person-form.ts';

/** Unsaved entries by person, `new` for one not added yet: a look at another screen loses nothing. */
const kept = new Map<number | 'new', PersonValues>();

/** What was typed and not saved, or null. */
export function keptPersonDraft(person: number | 'new'): PersonValues | null {
  return kept.get(person) ?? null;
}

/** Keeps what is typed; null says that it was saved or given up. */
export function keepPersonDraft(person: number | 'new', values: PersonValues | null): void {
  if (values) kept.set(person, values);
  else kept.delete(person);
  // Closing the window with unsaved entries asks first; asking without need would be a nuisance.
  window.removeEventListener('beforeunload', askFirst);
  if (kept.size > 0) window.addEventListener('beforeunload', askFirst);
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
