import { expect, test } from 'vitest';
import { referenceLink } from './reference-link.ts';

test.each([
  ['', 'https://www.fda.gov/x', 'https://www.fda.gov/x'],
  ['doi:10.1136/bmj-2023-078378', null, 'https://doi.org/10.1136/bmj-2023-078378'],
  ['DOI: 10.1056/NEJMc2104626', null, 'https://doi.org/10.1056/NEJMc2104626'],
  ['90 FR 60970', null, 'https://www.federalregister.gov/citation/90-FR-60970'],
  ['Hospital policy 12', null, null],
  ['', 'javascript:alert(1)', null],
  ['', 'http://example.org/', null],
  ['doi:10.1/x', 'data:text/html,x', null],
])('identifier %j with address %j leads to %j', (identifier, url, link) => {
  expect(referenceLink({ identifier, url })).toBe(link);
});
