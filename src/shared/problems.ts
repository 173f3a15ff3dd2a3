/** Problems with the office file that only a change outside Rounds can mend: putting another file in place would not help. */
export const MENDED_OUTSIDE: ReadonlySet<string> = new Set([
  'database/in-use',
  'database/folder-missing',
  'database/read-only',
]);
