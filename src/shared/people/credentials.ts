import { fold } from './name.ts';

/**
 * Compares the printed line of credentials with the dated records: what is held on a day and not printed, and what has ended
 * and still is. Dates are `YYYY-MM-DD` or empty.
 */
export function heldCredentials(
  printed: string,
  records: readonly { readonly credential: string; readonly since: string; readonly until: string }[],
  today: string,
): { readonly missing: readonly string[]; readonly ended: readonly string[] } {
  const shown = new Set(printed.split(/[,;]/).map(key));
  const named = records.map((record) => ({ ...record, credential: record.credential.trim() }));
  const held = named.filter(
    ({ credential, since, until }) =>
      credential !== '' && (since === '' || since <= today) && (until === '' || until >= today),
  );
  const still = new Set(held.map(({ credential }) => key(credential)));
  return {
    // Certifications are seldom printed: only degrees in a few letters are asked about.
    missing: held
      .map(({ credential }) => credential)
      .filter((credential) => !/\s/.test(credential) && !shown.has(key(credential))),
    ended: named
      .filter(({ credential, until }) => credential !== '' && until !== '' && until < today)
      .map(({ credential }) => credential)
      .filter((credential) => shown.has(key(credential)) && !still.has(key(credential))),
  };
}

function key(credential: string): string {
  return fold(credential).replace(/[.\s]/g, '');
}
