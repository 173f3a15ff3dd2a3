import type { PersonContent } from '../../shared/contract/people.ts';
import { nameKey } from '../../shared/imports/person-text.ts';
import { emailKey, fullName, sortKey } from '../../shared/people/name.ts';

/** A row further up that names this person too, or may do so. */
export type Twin =
  | { readonly same: true; readonly row: number }
  | { readonly same: false; readonly row: number; readonly reason: string };

type Seen = { readonly row: number; readonly content: PersonContent };

/** The people that the rows of one file have named so far. */
export class SeenRows {
  readonly #emails = new Map<string, Seen>();
  readonly #npis = new Map<string, Seen>();
  readonly #names = new Map<string, Seen>();

  /** The row that named this person before, if any; remembers this one otherwise. */
  twinOf(row: number, content: PersonContent): Twin | null {
    const email = emailKey(content.email);
    const byEmail = email === '' ? undefined : this.#emails.get(email);
    const byNpi = content.npi === '' ? undefined : this.#npis.get(content.npi);
    const known = byEmail ?? byNpi;
    if (known)
      return nameKey(fullName(known.content)) === nameKey(fullName(content))
        ? { same: true, row: known.row }
        : {
            same: false,
            row: known.row,
            reason: `The ${byEmail ? 'e-mail address' : 'NPI'} stands in row ${known.row} too, for ${fullName(known.content)}.`,
          };
    const name = sortKey(content);
    const namesake = this.#names.get(name);
    // With an address of its own on both sides, the same name is another person.
    if (namesake && (email === '' || namesake.content.email === ''))
      return JSON.stringify(namesake.content) === JSON.stringify(content)
        ? { same: true, row: namesake.row }
        : {
            same: false,
            row: namesake.row,
            reason: `Row ${namesake.row} has the same name; say whether this is another person.`,
          };
    const seen: Seen = { row, content };
    if (email !== '') this.#emails.set(email, seen);
    if (content.npi !== '') this.#npis.set(content.npi, seen);
    if (!namesake || email === '') this.#names.set(name, seen);
    return null;
  }
}
