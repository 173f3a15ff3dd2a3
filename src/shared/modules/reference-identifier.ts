/** What kind of thing an identifier names. */
export type IdentifierKind =
  | 'doi'
  | 'cfr'
  | 'federal-register'
  | 'celex'
  | 'eu-act'
  | 'pmid'
  | 'pmc'
  | 'isbn'
  | 'arxiv'
  | 'pii'
  | 'bill'
  | 'standard'
  | 'url';

/** An identifier as it is read: what it is, how it is best written, and where it leads. */
export type RecognisedIdentifier = {
  readonly status: 'recognised';
  readonly kind: IdentifierKind;
  /** The identifier in its usual form, such as `doi:10.1136/bmj.m3210`. */
  readonly text: string;
  /** The https address that it stands for; null when there is no single one. */
  readonly link: string | null;
};

/** What a typed identifier is: one that is known, one that is badly formed, one of no known kind, or none at all. */
export type ReferenceIdentifier =
  | RecognisedIdentifier
  | { readonly status: 'malformed'; readonly kind: IdentifierKind; readonly message: string }
  | { readonly status: 'unknown' }
  | { readonly status: 'empty' };

const KIND_NAMES: Readonly<Record<IdentifierKind, string>> = {
  doi: 'DOI',
  cfr: 'Code of Federal Regulations',
  'federal-register': 'Federal Register',
  celex: 'CELEX',
  'eu-act': 'European Union act',
  pmid: 'PubMed',
  pmc: 'PubMed Central',
  isbn: 'ISBN',
  arxiv: 'arXiv',
  pii: 'Publisher item',
  bill: 'State law',
  standard: 'Standard',
  url: 'Web address',
};

/** A kind in words: `pmid` → `PubMed`. */
export function identifierKindName(kind: IdentifierKind): string {
  return KIND_NAMES[kind];
}

/**
 * Reads an identifier. Several may stand in one field with a semicolon between them (`45 CFR 170.315(b)(11); 89 FR 1192`):
 * the first that is badly formed decides, then the first that is known.
 */
export function parseIdentifier(typed: string): ReferenceIdentifier {
  const parts = typed
    .split(/;\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
  // Old DOIs may hold a semicolon themselves.
  const read = /^(doi|https?):/i.test(typed.trim()) ? [parseOne(typed.trim())] : parts.map(parseOne);
  if (parts.length === 0) return { status: 'empty' };
  const wrong = read.find(({ status }) => status === 'malformed');
  if (wrong) return wrong;
  const [first, ...rest] = read.filter((part) => part.status === 'recognised');
  if (!first) return { status: 'unknown' };
  if (read.length === 1) return first;
  const texts = read.map((part, at) => (part.status === 'recognised' ? part.text : (parts[at] ?? '')));
  return {
    ...first,
    text: texts.join('; '),
    link: first.link ?? rest.find(({ link }) => link)?.link ?? null,
  };
}

function parseOne(typed: string): ReferenceIdentifier {
  for (const reader of READERS) {
    const found = reader(typed);
    if (found) return found;
  }
  return { status: 'unknown' };
}

/** Answers null for what is not of its kind at all. */
type KindReader = (typed: string) => ReferenceIdentifier | null;

const READERS: readonly KindReader[] = [
  readDoi,
  readArxiv,
  readPubmedCentral,
  readPubmed,
  readCfr,
  readFederalRegister,
  readCelex,
  readEuAct,
  readIsbn,
  readPii,
  readBill,
  readStandard,
  readUrl,
];

function recognised(kind: IdentifierKind, text: string, link: string | null): RecognisedIdentifier {
  return { status: 'recognised', kind, text, link };
}

function malformed(kind: IdentifierKind, message: string): ReferenceIdentifier {
  return { status: 'malformed', kind, message };
}

/** DOI: `10.`, a registrant of four to nine digits, a slash and a suffix without spaces (DOI Handbook 2.2; Crossref). */
function readDoi(typed: string): ReferenceIdentifier | null {
  const said = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi\s*:?\s*)(.*)$/i.exec(typed)?.[1];
  const bare = said ?? (/^10\.\d/.test(typed) ? typed : null);
  if (bare === null) return null;
  const name = decoded(bare.trim()).replace(/[.,;]+$/, '');
  if (!/^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+$/.test(name))
    return malformed(
      'doi',
      'This is not a whole DOI. It reads 10., four to nine digits, a slash and the rest without spaces, such as doi:10.1136/bmj.m3210.',
    );
  return recognised(
    'doi',
    `doi:${name}`,
    `https://doi.org/${encodeURI(name).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is part of the name.
    return text;
  }
}

/** arXiv since 2007: `2501.10050` with an optional version; before: `cs.AI/0701123`. */
function readArxiv(typed: string): ReferenceIdentifier | null {
  const said = /^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv\s*:?\s*)(.+?)(?:\.pdf)?$/i
    .exec(typed)?.[1]
    ?.trim();
  if (said === undefined) return null;
  if (!/^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i.test(said))
    return malformed(
      'arxiv',
      'This is not an arXiv number. It reads year, month, dot and number, such as arXiv:2501.10050.',
    );
  return recognised('arxiv', `arXiv:${said}`, `https://arxiv.org/abs/${said}`);
}

function readPubmedCentral(typed: string): ReferenceIdentifier | null {
  const said =
    /^(?:https?:\/\/(?:www\.ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/)?pmc(?:id)?\s*:?\s*(?:pmc)?(.*?)\/?$/i.exec(
      typed,
    )?.[1];
  if (said === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(said))
    return malformed('pmc', 'A PubMed Central number is PMC and digits only, such as PMC2517946.');
  return recognised('pmc', `PMC${said}`, `https://pmc.ncbi.nlm.nih.gov/articles/PMC${said}/`);
}

/** PubMed numbers are plain integers of one to eight digits (NLM). */
function readPubmed(typed: string): ReferenceIdentifier | null {
  const said = /^(?:https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/|(?:pmid|pubmed)\s*:?\s*)(.*?)\/?$/i.exec(
    typed,
  )?.[1];
  if (said === undefined) return null;
  if (!/^[1-9]\d{0,7}$/.test(said))
    return malformed(
      'pmid',
      'A PubMed number has one to eight digits and nothing else, such as PMID 16954489.',
    );
  return recognised('pmid', `PMID ${said}`, `https://pubmed.ncbi.nlm.nih.gov/${said}/`);
}

/** `21 CFR Part 820`, `45 CFR 170.315(b)(11)`: title 1 to 50, a part, and a section with its paragraphs if any. */
function readCfr(typed: string): ReferenceIdentifier | null {
  const word = /\bC\.?F\.?R\b\.?/i.exec(typed);
  if (!word) return null;
  const wrong = malformed(
    'cfr',
    'A CFR citation reads title, CFR, and part or section, such as 45 CFR 92.210 or 21 CFR Part 820. Titles run from 1 to 50.',
  );
  const found =
    /^(\d{1,2})\s*C\.?F\.?R\.?\s*(?:(?:§{1,2}|sec(?:tion|\.)?|parts?)\s*)?(\d{1,4})(?:\.(\d{1,5}[a-z]?(?:-\d+)?))?((?:\([a-z0-9]{1,5}\))*)$/i.exec(
      typed,
    );
  const [, title = '', part = '', section, paragraphs = ''] = found ?? [];
  if (!found || Number(title) < 1 || Number(title) > 50 || (section === undefined && paragraphs !== ''))
    return wrong;
  const place = `https://www.ecfr.gov/current/title-${Number(title)}`;
  return section === undefined
    ? recognised('cfr', `${Number(title)} CFR Part ${part}`, `${place}/part-${part}`)
    : recognised(
        'cfr',
        `${Number(title)} CFR ${part}.${section}${paragraphs}`,
        `${place}/section-${part}.${section}`,
      );
}

/** `90 FR 60970`: volume, FR, first page; a document number may follow in brackets. */
function readFederalRegister(typed: string): ReferenceIdentifier | null {
  if (!/^\d*\s*F\.?R\.?\s*\d/i.test(typed)) return null;
  const found = /^(\d{1,3})\s*F\.?R\.?\s*(\d{1,6})(\s*\(FR Doc\.?\s*[\d-]+\))?$/i.exec(typed);
  const [, volume = '', page = '', document = ''] = found ?? [];
  if (!found)
    return malformed(
      'federal-register',
      'A Federal Register citation reads volume, FR and page, such as 89 FR 37522.',
    );
  return recognised(
    'federal-register',
    `${volume} FR ${page}${document ? ` ${document.trim()}` : ''}`,
    `https://www.federalregister.gov/citation/${volume}-FR-${page}`,
  );
}

/** CELEX: sector, year, one or two letters for the type, number (EUR-Lex): `32024R1689`. */
function readCelex(typed: string): ReferenceIdentifier | null {
  const said =
    /^(?:https?:\/\/eur-lex\.europa\.eu\/\S*[?&]uri=celex(?::|%3a)|celex\s*(?:number)?\s*:?\s*)(\S*)$/i.exec(
      typed,
    )?.[1] ?? (/^[0-9CE]\d{4}[A-Z]{1,2}\d{3,4}/i.test(typed) ? typed : undefined);
  if (said === undefined) return null;
  if (!/^[0-9CE](?:19|20)\d{2}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?(?:R\(\d{2}\))?(?:-\d{8})?$/i.test(said))
    return malformed(
      'celex',
      'This is not a whole CELEX number. It reads sector, year, letter and four digits, such as CELEX 32024R1689.',
    );
  const number = said.toUpperCase();
  return recognised(
    'celex',
    `CELEX ${number}`,
    `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${encodeURIComponent(number)}`,
  );
}

/** `Regulation (EU) 2024/1689`: its address follows from year and number (European Legislation Identifier). */
function readEuAct(typed: string): ReferenceIdentifier | null {
  const found =
    /^(Regulation|Directive|Decision)\s*\((EU|EC|EEC)\)\s*(?:No\.?\s*)?(\d{1,4})\/(\d{1,4})$/i.exec(typed);
  const [, act = '', union = '', first = '', second = ''] = found ?? [];
  if (!found) return null;
  // Before 2015 the number of a regulation came first, then its year.
  const [year, number] = /^(19|20)\d{2}$/.test(first) ? [first, second] : [second, first];
  const type = act.toLowerCase() === 'regulation' ? 'reg' : act.toLowerCase() === 'directive' ? 'dir' : 'dec';
  return recognised(
    'eu-act',
    `${act.charAt(0).toUpperCase()}${act.slice(1).toLowerCase()} (${union.toUpperCase()}) ${first}/${second}`,
    /^(19|20)\d{2}$/.test(year) ? `https://eur-lex.europa.eu/eli/${type}/${year}/${Number(number)}/oj` : null,
  );
}

/** ISBN-13 and ISBN-10 with their check digit (ISO 2108). */
function readIsbn(typed: string): ReferenceIdentifier | null {
  const said = /^isbn(?:-1[03])?\s*:?\s*(.*)$/i.exec(typed)?.[1]?.trim();
  if (said === undefined) return null;
  const digits = said.replace(/[\s-]/g, '').toUpperCase();
  if (!isbnHolds(digits))
    return malformed('isbn', 'This is not an ISBN: a digit is missing or wrong. Compare it with the book.');
  return recognised('isbn', `ISBN ${said}`, null);
}

function isbnHolds(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  if (/^97[89]\d{10}$/.test(digits))
    return values.reduce((sum, value, at) => sum + value * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  if (/^\d{9}[\dX]$/.test(digits))
    return values.reduce((sum, value, at) => sum + value * (10 - at), 0) % 11 === 0;
  return false;
}

/** Publisher Item Identifier, as Elsevier's journals print it: `S0140-6736(25)02464-X`. */
function readPii(typed: string): ReferenceIdentifier | null {
  const said = /^pii\s*:?\s*(.*)$/i.exec(typed)?.[1];
  if (said === undefined) return null;
  if (!/^[SB]\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX]$/i.test(said))
    return malformed(
      'pii',
      'A PII reads a letter, the journal’s number, the year and the item, such as S0140-6736(25)02464-X.',
    );
  const text = said.toUpperCase();
  return recognised('pii', `PII ${text}`, null);
}

/** Bills of the states as they are cited: `Colo. SB 26-189`, `Cal. AB 3030 (2024)`. */
function readBill(typed: string): ReferenceIdentifier | null {
  const bill = /^(?:[A-Z][a-z]*\.? ?){1,3} ?(?:S\.?B\.?|H\.?B\.?|A\.?B\.?) ?\d[\d-]*(?: \(\d{4}\))?$/;
  return bill.test(typed) ? recognised('bill', typed, null) : null;
}

/** Standards of ISO, IEC, IEEE, HL7 and DICOM. */
function readStandard(typed: string): ReferenceIdentifier | null {
  const known =
    /^(?:(?:ISO|IEC|ISO\/IEC|ISO\/TR|ISO\/TS|IEC\/TR|IEEE|ANSI|AAMI|CEN|EN|UL)(?:\/[A-Z]{2,5})*\s+[A-Z]{0,3}\s?\d{2,6}(?:[-.:]\d+)*|HL7\s+\S.*|DICOM\s+PS\d.*|IHE\s+\S.*)$/i;
  return known.test(typed) ? recognised('standard', typed, null) : null;
}

function readUrl(typed: string): ReferenceIdentifier | null {
  if (!/^(?:https?:\/\/|www\.)/i.test(typed)) return null;
  if (!/^https:\/\/[^\s/.]+\.[^\s]+$/i.test(typed))
    return malformed('url', 'Give the whole address, beginning with https://.');
  return recognised('url', typed, typed);
}
