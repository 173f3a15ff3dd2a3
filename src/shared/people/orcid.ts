/**
 * Whether a text is an ORCID iD in its written form, `0000-0002-1825-0097`: sixteen characters in four groups of which the
 * last is the check character of ISO 7064 MOD 11-2, where ten is an X (reference/accreditation.md, libraries and formats).
 */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const characters = text.replaceAll('-', '');
  return characters.at(-1) === checkCharacter(characters.slice(0, -1));
}

/** The written form of what was typed or pasted: the web address and other signs go, four groups come. */
export function writtenOrcid(text: string): string {
  const characters = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return /^\d{15}[\dX]$/.test(characters) ? (characters.match(/.{4}/g) ?? []).join('-') : text.trim();
}

function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
