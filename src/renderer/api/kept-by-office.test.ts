import { expect, test } from 'vitest';
import { forgetOffice, keptByOffice, unsavedWork, withEntry } from './kept-by-office.ts';

test('another office file empties every store, ends what is at work and tells those who look', () => {
  const ended: number[] = [];
  const drafts = keptByOffice<ReadonlyMap<number, string>>(new Map(), {
    unsaved: ({ size }) => (size === 0 ? null : `${size} drafts`),
    end: ({ size }) => ended.push(size),
  });
  const last = keptByOffice<string | null>(null);
  let told = 0;
  drafts.follow(() => {
    told += 1;
  });
  drafts.set(withEntry(drafts.get(), 7, 'typed'));
  last.set('found');
  expect(unsavedWork()).toEqual(['1 drafts']);
  forgetOffice();
  expect([drafts.get().size, last.get(), ended, told]).toEqual([0, null, [1], 2]);
  expect(unsavedWork()).toEqual([]);
});

test('an entry is put in and taken out without touching the map before', () => {
  const one = withEntry(new Map<number, string>(), 1, 'a');
  expect([...withEntry(one, 2, 'b')]).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect([...withEntry(one, 1, null)]).toEqual([]);
  expect([...one]).toEqual([[1, 'a']]);
});
