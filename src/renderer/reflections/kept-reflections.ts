import { counted } from '../../shared/format.ts';
import { keptByOffice, useKept, withEntry } from '../api/index.ts';
import type { ReflectionValues } from './form.ts';

/** What was typed and not saved, and what was on record when it was begun. */
export type KeptReflection = { readonly values: ReflectionValues; readonly begunOn: ReflectionValues };

/** Unsaved entries by enrolment: a look at another person or screen loses nothing. */
const kept = keptByOffice<ReadonlyMap<number, KeptReflection>>(new Map(), {
  unsaved: ({ size }) => (size === 0 ? null : counted(size, 'reflection', 'reflections')),
});

/** All unsaved entries by enrolment. */
export function useKeptReflections(): ReadonlyMap<number, KeptReflection> {
  return useKept(kept);
}

/** The unsaved entry of an enrolment as it is at this moment, or null. */
export function keptReflection(enrolmentId: number): KeptReflection | null {
  return kept.get().get(enrolmentId) ?? null;
}

/** Keeps what is typed; null says that it was saved or given up. */
export function keepReflection(enrolmentId: number, entry: KeptReflection | null): void {
  kept.set(withEntry(kept.get(), enrolmentId, entry));
}
