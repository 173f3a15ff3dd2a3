import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import references from '../../../resources/catalogue/references.json';
import { parseIdentifier } from './reference-identifier.ts';

describe('identifiers that are recognised', () => {
  test.each([
    ['doi:10.1136/bmj.m3210', 'doi', 'doi:10.1136/bmj.m3210', 'https://doi.org/10.1136/bmj.m3210'],
    ['DOI: 10.1056/NEJMc2104626', 'doi', 'doi:10.1056/NEJMc2104626', 'https://doi.org/10.1056/NEJMc2104626'],
    [
      '10.1016/S2589-7500(20)30218-1',
      'doi',
      'doi:10.1016/S2589-7500(20)30218-1',
      'https://doi.org/10.1016/S2589-7500(20)30218-1',
    ],
    [
      'https://dx.doi.org/10.6028%2FNIST.AI.100-1',
      'doi',
      'doi:10.6028/NIST.AI.100-1',
      'https://doi.org/10.6028/NIST.AI.100-1',
    ],
    ['doi:10.1002/(SICI)1097-0258(19980815)17:15<x', 'malformed', '', ''],
    ['21 CFR Part 820', 'cfr', '21 CFR Part 820', 'https://www.ecfr.gov/current/title-21/part-820'],
    ['21 C.F.R. § 11.10(a)', 'cfr', '21 CFR 11.10(a)', 'https://www.ecfr.gov/current/title-21/section-11.10'],
    [
      '45 cfr 170.315(b)(11)',
      'cfr',
      '45 CFR 170.315(b)(11)',
      'https://www.ecfr.gov/current/title-45/section-170.315',
    ],
    [
      '45 CFR 170.315(b)(11); 89 FR 1192',
      'cfr',
      '45 CFR 170.315(b)(11); 89 FR 1192',
      'https://www.ecfr.gov/current/title-45/section-170.315',
    ],
    [
      '90 FR 60970 (FR Doc 2025-23896)',
      'federal-register',
      '90 FR 60970 (FR Doc 2025-23896)',
      'https://www.federalregister.gov/citation/90-FR-60970',
    ],
    [
      'celex 32024r1689',
      'celex',
      'CELEX 32024R1689',
      'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689',
    ],
    [
      '32016R0679',
      'celex',
      'CELEX 32016R0679',
      'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679',
    ],
    [
      'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689',
      'celex',
      'CELEX 32024R1689',
      'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32024R1689',
    ],
    [
      'Regulation (EU) 2024/1689',
      'eu-act',
      'Regulation (EU) 2024/1689',
      'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
    ],
    [
      'regulation (EC) No 178/2002',
      'eu-act',
      'Regulation (EC) 178/2002',
      'https://eur-lex.europa.eu/eli/reg/2002/178/oj',
    ],
    ['PMID: 16954489', 'pmid', 'PMID 16954489', 'https://pubmed.ncbi.nlm.nih.gov/16954489/'],
    [
      'https://pubmed.ncbi.nlm.nih.gov/16954489/',
      'pmid',
      'PMID 16954489',
      'https://pubmed.ncbi.nlm.nih.gov/16954489/',
    ],
    ['pmcid: PMC2517946', 'pmc', 'PMC2517946', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2517946/'],
    ['ISBN 978-92-4-002920-0', 'isbn', 'ISBN 978-92-4-002920-0', null],
    ['ISBN 0-306-40615-2', 'isbn', 'ISBN 0-306-40615-2', null],
    ['ISBN 0-8044-2957-X', 'isbn', 'ISBN 0-8044-2957-X', null],
    ['arXiv:2501.10050v2', 'arxiv', 'arXiv:2501.10050v2', 'https://arxiv.org/abs/2501.10050v2'],
    ['arxiv hep-th/9901001', 'arxiv', 'arXiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['Tex. HB 149 (2025)', 'bill', 'Tex. HB 149 (2025)', null],
    ['ISO/IEC 42001:2023', 'standard', 'ISO/IEC 42001:2023', null],
    ['PII S0140-6736(25)02464-X', 'pii', 'PII S0140-6736(25)02464-X', null],
    ['https://www.fda.gov/x', 'url', 'https://www.fda.gov/x', 'https://www.fda.gov/x'],
  ])('%s', (typed, kind, text, link) => {
    const read = parseIdentifier(typed);
    if (kind === 'malformed') expect(read.status).toBe('malformed');
    else expect(read).toEqual({ status: 'recognised', kind, text, link });
  });
});

test.each([
  ['doi:10.1136', 'doi'],
  ['doi:11.1136/x', 'doi'],
  ['10.123/x', 'doi'],
  ['doi: 10.1136/bmj m3210', 'doi'],
  ['doi:', 'doi'],
  ['CFR 820', 'cfr'],
  ['99 CFR 1', 'cfr'],
  ['45 CFR', 'cfr'],
  ['45 CFR 92.', 'cfr'],
  ['45 CFR Part 164(b)', 'cfr'],
  ['FR 60970', 'federal-register'],
  ['CELEX 32024R16', 'celex'],
  ['CELEX', 'celex'],
  ['32024R168', 'celex'],
  ['PMID 123456789', 'pmid'],
  ['PMID: abc', 'pmid'],
  ['PMID 0', 'pmid'],
  ['PMC', 'pmc'],
  ['PMCabc', 'pmc'],
  ['ISBN 978-92-4-002920-1', 'isbn'],
  ['ISBN 12', 'isbn'],
  ['arXiv:2513.10050', 'arxiv'],
  ['http://www.fda.gov', 'url'],
  ['www.fda.gov', 'url'],
  ['45 CFR 92.210; PMID x', 'pmid'],
])('%s is badly formed and says how it should read', (typed, kind) => {
  expect(parseIdentifier(typed)).toMatchObject({
    status: 'malformed',
    kind,
    message: expect.stringMatching(/\.$/),
  });
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  [' ; ', 'empty'],
  ['AMA policy, 2024', 'unknown'],
  ['javascript:alert(1)', 'unknown'],
  ['data:text/html,x', 'unknown'],
  ['Hospital policy 12', 'unknown'],
])('%j is %s', (typed, status) => {
  expect(parseIdentifier(typed).status).toBe(status);
});

test('no identifier of the catalogue is badly formed, and each DOI leads where the catalogue says', () => {
  for (const { identifier, url } of references) {
    const read = parseIdentifier(identifier);
    expect([identifier, read.status]).not.toEqual([identifier, 'malformed']);
    if (read.status === 'recognised' && read.kind === 'doi') expect(read.link).toBe(url);
  }
  const unknown = references.filter(({ identifier }) => parseIdentifier(identifier).status !== 'recognised');
  // Reports and policies that nobody numbers; each is named as its publisher does.
  expect(unknown.map(({ identifier }) => identifier)).toEqual([
    'HEE DART-Ed report, 2022',
    'HEE framework, 21 Feb 2023',
    'AAMC web resource, 2025',
    'FDA/HC/MHRA GMLP 2021',
    'IMDRF/AIML WG/N88 FINAL:2025',
    'FDA final guidance, PCCP for AI-DSF',
    'FDA draft guidance, AI-DSF lifecycle',
    'FDA final guidance, CDS 2026; FD&C Act s.520(o)(1)(E)',
    'FDA AI-enabled device list',
    'TJC/CHAI RUAIH guidance',
    'TJC RUAIH certification',
    'FSMB 2024 policy',
    'AMA policy, 2024',
    'CPT Appendix S',
    'ASHP 2025 statement',
    'ANA 2022 position statement',
    'OWASP LLM Top 10 2025',
  ]);
});

test('whatever is typed, a link is https, and what is recognised reads the same again', () => {
  const typed = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom('doi:10.1136/', 'PMID ', '45 CFR ', 'CELEX 3', 'arXiv:', 'https://', 'ISBN '),
        fc.string(),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = parseIdentifier(text);
      if (read.status !== 'recognised') return;
      if (read.link !== null) expect(read.link).toMatch(/^https:\/\/\S+$/);
      expect(parseIdentifier(read.text)).toMatchObject({
        status: 'recognised',
        kind: read.kind,
        link: read.link,
      });
    }),
    { numRuns: 2_000 },
  );
});
