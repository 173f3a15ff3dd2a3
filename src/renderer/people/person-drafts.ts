import { counted } from '../../shared/format.ts';
import { keptByOffice, withEntry } from '../api/index.ts';
import type { PersonValues } from './person-form.ts';

/** Unsaved entries by person, `new` for one not added yet: a look at another screen loses nothing. */
const kept = keptByOffice<ReadonlyMap<number | 'new', PersonValues>>(new Map(), {
  unsaved: ({ size }) => (size === 0 ? null : counted(size, 'form of a person', 'forms of people')),
});

/** What was typed and not saved, or null. */
export function keptPersonDraft(person: number | 'new'): PersonValues | null {
  return kept.get().get(person) ?? null;
}

/** Keeps what is typed; null says that it was saved or given up. */
export function keepPersonDraft(person: number | 'new', values: PersonValues | null): void {
  kept.set(withEntry(kept.get(), person, values));
}
