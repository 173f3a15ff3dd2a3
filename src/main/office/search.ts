import type { Output } from '../../shared/contract/index.ts';
import { fold } from '../../shared/people/name.ts';
import type { Reader } from '../database/index.ts';
import { NAME_COLUMNS, type NamedRow, rowName } from '../people/index.ts';

type Found = Output<'search.everything'>[number];

/** How many of each kind the palette shows. */
const EACH = 6;
/** The trigram index answers for words of three letters and more. */
const INDEXED_LETTERS = 3;

/** Looks for the text in the names of everything that has a page of its own. Fewer than two letters find nothing. */
export function searchEverything(read: Reader, text: string): readonly Found[] {
  const wanted = fold(text);
  if ([...wanted].length < 2 || !/[\p{L}\p{N}]/u.test(wanted)) return [];
  return [
    ...curricula(read, wanted),
    ...activities(read, wanted),
    ...people(read, wanted),
    ...certificates(read, wanted),
    ...modules(read, wanted),
  ];
}

function curricula(read: Reader, wanted: string): readonly Found[] {
  const rows = read.all(
    read.from
      .selectFrom('curricula')
      .select(['id', 'title', 'award'])
      .where('archived', '=', 0)
      .orderBy('updated_at', 'desc'),
  );
  return rows
    .filter((row) => hasWords(row.title, wanted))
    .slice(0, EACH)
    .map((row) => ({ kind: 'curriculum', id: row.id, title: row.title, detail: row.award }));
}

function activities(read: Reader, wanted: string): readonly Found[] {
  const rows = read.all(
    read.from
      .selectFrom('activities')
      .select(['id', 'title', 'starts_on', 'place'])
      .orderBy('starts_on', 'desc'),
  );
  return rows
    .filter((row) => hasWords(`${row.title} ${row.place} ${row.starts_on}`, wanted))
    .slice(0, EACH)
    .map((row) => ({
      kind: 'activity',
      id: row.id,
      title: row.title,
      detail: [row.starts_on, row.place].filter((part) => part !== '').join(' · '),
    }));
}

function people(read: Reader, wanted: string): readonly Found[] {
  type Row = NamedRow & { id: number; credentials: string; email: string };
  const columns = `people.id, ${NAME_COLUMNS}, credentials, email`;
  // Words of one or two letters are not in the index; alone, they are the start of a family name.
  const words = wanted.split(' ');
  const indexed = words.filter((word) => [...word].length >= INDEXED_LETTERS);
  const rest = words.filter((word) => !indexed.includes(word));
  const rows =
    indexed.length > 0
      ? read.rows<Row>(
          `SELECT ${columns} FROM people_search JOIN people ON people.id = people_search.rowid
           WHERE people_search MATCH ?${rest.map(() => ' AND instr(people.search_key, ?) > 0').join('')}
           ORDER BY sort_key, people.id LIMIT ?`,
          indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' '),
          ...rest,
          EACH,
        )
      : read.rows<Row>(
          `SELECT ${columns} FROM people WHERE sort_key >= ? AND sort_key < ? ORDER BY sort_key, id LIMIT ?`,
          wanted,
          `${wanted}\u{10FFFF}`,
          EACH,
        );
  return rows.map((row) => ({
    kind: 'person',
    id: row.id,
    title: [rowName(row), row.credentials].filter((part) => part !== '').join(', '),
    detail: row.email,
  }));
}

function certificates(read: Reader, wanted: string): readonly Found[] {
  const rows = read.rows<{ id: number; number: string; name: string; activity_title: string }>(
    `SELECT id, number, name, activity_title FROM certificates
     WHERE instr(search_key, ?) > 0 ORDER BY id DESC LIMIT ?`,
    wanted,
    EACH,
  );
  return rows.map((row) => ({
    kind: 'certificate',
    id: row.id,
    title: `${row.number} · ${row.name}`,
    detail: row.activity_title,
  }));
}

function modules(read: Reader, wanted: string): readonly Found[] {
  const rows = read.all(
    read.from.selectFrom('modules').select(['id', 'code', 'title']).where('retired', '=', 0).orderBy('code'),
  );
  return rows
    .filter((row) => hasWords(`${row.code} ${row.title}`, wanted))
    .slice(0, EACH)
    .map((row) => ({ kind: 'module', id: row.id, title: row.title, detail: row.code }));
}

/** Whether a text has every word that was typed, in any order. */
function hasWords(text: string, wanted: string): boolean {
  const folded = fold(text);
  return wanted.split(' ').every((word) => folded.includes(word));
}
