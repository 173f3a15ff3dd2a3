/** Minutes that a row gives to one session. */
export type SessionMinutes = { readonly title: string; readonly minutes: number };

/** Reads what the engine says of a row's minutes, `session title: n min` for each session. */
export function sessionMinutes(detail: string): readonly SessionMinutes[] {
  return detail
    .split(/(?<=: \d+ min); /)
    .map((part) => /^(.*): (\d+) min$/.exec(part))
    .flatMap((found) => (found ? [{ title: found[1] ?? '', minutes: Number(found[2]) }] : []));
}
