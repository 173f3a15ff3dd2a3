import { useSyncExternalStore } from 'react';

/** Something the window keeps of the open office while other screens are looked at. */
export type Kept<Value> = {
  /** As it is at this moment. */
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** Told after each change; answers the way to stop. */
  readonly follow: (listener: () => void) => () => void;
};

/** What a store may say of itself. */
export type KeptOptions<Value> = {
  /** What of it is typed and not saved, in words such as “2 reflections”; null when nothing is. */
  readonly unsaved?: (value: Value) => string | null;
  /** Ends what is at work before the value is dropped, such as a save that waits. */
  readonly end?: (value: Value) => void;
};

type Store = { readonly unsaved: () => string | null; readonly empty: () => void };

const stores = new Set<Store>();
const epoch = { count: 0, listeners: new Set<() => void>() };

/**
 * Keeps a value of the open office outside the screens. It is emptied when another office file is put in place of this one (a
 * backup that is restored, an office that is set aside): ids then name something else. Closing the window with something
 * unsaved asks first.
 */
export function keptByOffice<Value>(empty: Value, options: KeptOptions<Value> = {}): Kept<Value> {
  let value = empty;
  const listeners = new Set<() => void>();
  const set = (next: Value): void => {
    value = next;
    for (const listener of listeners) listener();
  };
  stores.add({
    unsaved: () => options.unsaved?.(value) ?? null,
    empty() {
      options.end?.(value);
      set(empty);
    },
  });
  return {
    get: () => value,
    set,
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A kept value, shown as it changes. */
export function useKept<Value>(kept: Kept<Value>): Value {
  return useSyncExternalStore(kept.follow, kept.get);
}

/** A map with an entry put in, or taken out when there is none. */
export function withEntry<Key, Entry>(
  map: ReadonlyMap<Key, Entry>,
  key: Key,
  entry: Entry | null,
): ReadonlyMap<Key, Entry> {
  const next = new Map(map);
  if (entry === null) next.delete(key);
  else next.set(key, entry);
  return next;
}

/** What is typed in this window and not saved, in words; empty when all is saved. */
export function unsavedWork(): readonly string[] {
  return [...stores].map((store) => store.unsaved()).filter((words) => words !== null);
}

/** Empties every store and begins every open screen anew: another office file stands behind the window. */
export function forgetOffice(): void {
  for (const store of stores) store.empty();
  epoch.count += 1;
  for (const listener of epoch.listeners) listener();
}

/** Grows when another office file was put in place; a screen that has it as its key begins anew then. */
export function useOfficeEpoch(): number {
  return useSyncExternalStore(followEpoch, () => epoch.count);
}

function followEpoch(listener: () => void): () => void {
  epoch.listeners.add(listener);
  return () => epoch.listeners.delete(listener);
}

function askFirst(event: BeforeUnloadEvent): void {
  if (unsavedWork().length > 0) event.preventDefault();
}

// Unit tests run without a window.
if (typeof window !== 'undefined') window.addEventListener('beforeunload', askFirst);
