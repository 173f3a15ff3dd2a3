import { expect, test } from 'vitest';
import { sessionMinutes } from './minutes.ts';

test.each([
  ['', []],
  ['Grand Rounds: 111 min', [{ title: 'Grand Rounds', minutes: 111 }]],
  [
    'Bias; and what to do: 20 min; Part 2: Governance: 7 min',
    [
      { title: 'Bias; and what to do', minutes: 20 },
      { title: 'Part 2: Governance', minutes: 7 },
    ],
  ],
])('%s', (detail, minutes) => {
  expect(sessionMinutes(detail)).toEqual(minutes);
});
