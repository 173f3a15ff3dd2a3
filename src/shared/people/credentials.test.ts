import { expect, test } from 'vitest';
import { heldCredentials } from './credentials.ts';

const record = (credential: string, since = '', until = '') => ({ credential, since, until });

test.each([
  ['what is printed is not asked about', 'MD, Ph.D.', [record('MD'), record('PhD', '2014-09-12')], [], []],
  ['a degree that is held', 'MD', [record('FACP', '2020-01-01')], ['FACP'], []],
  ['one that is still to come', 'MD', [record('FACP', '2027-01-01')], [], []],
  ['a certification in words', 'MD', [record('ABR certification')], [], []],
  ['one that has ended', 'RN, CCRN', [record('CCRN', '2019-01-01', '2025-12-31')], [], ['CCRN']],
  [
    'one that was renewed',
    'RN, CCRN',
    [record('CCRN', '', '2025-12-31'), record('CCRN', '2026-01-01')],
    [],
    [],
  ],
  ['the last day counts', 'RN', [record('CCRN', '', '2026-06-01')], ['CCRN'], []],
  ['an empty line', '', [record(' ')], [], []],
])('%s', (_, printed, records, missing, ended) => {
  expect(heldCredentials(printed, records, '2026-06-01')).toEqual({ missing, ended });
});
