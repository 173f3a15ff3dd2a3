/** The longest stem that leaves room for a number within the 24 characters of a code. */
const STEM = 20;

/** A code for a copy that no other module has: `M-G05` → `OWN-G05`, then `OWN-G05-2`. */
export function freeCode(code: string, taken: ReadonlySet<string>): string {
  const stem = `OWN-${code.replace(/^(OWN-|M-)/, '')}`.slice(0, STEM);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
