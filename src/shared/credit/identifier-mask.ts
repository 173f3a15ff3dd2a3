/**
 * The form of an identifier such as the ACPE's UAN, as an office can write it: `#` is a digit, `@` a letter, `[LH]` one of
 * these characters, anything else stands for itself; forms that are allowed side by side are parted by ` | `.
 * A form has no repetition, so that no form and no identifier can keep the check busy.
 */

/** Whether an identifier has the form; an empty form allows anything. */
export function fitsMask(mask: string, identifier: string): boolean {
  if (mask.trim() === '') return true;
  return mask
    .split(' | ')
    .some((form) => new RegExp(`^${parts(form.trim()).map(expression).join('')}$`, 'u').test(identifier));
}

/** Whether a form can be read: brackets are closed and hold something. */
export function isMask(mask: string): boolean {
  return mask.split(' | ').every((form) => {
    const left = form.replace(/\[[^[\]]+\]/g, '');
    return form.trim() !== '' && !/[[\]]/.test(left);
  });
}

function parts(form: string): readonly string[] {
  return form.match(/\[[^[\]]+\]|[\s\S]/gu) ?? [];
}

function expression(part: string): string {
  if (part === '#') return '\\d';
  if (part === '@') return '[A-Za-z]';
  if (part.length > 2 && part.startsWith('[')) return `(?:${[...part.slice(1, -1)].map(literal).join('|')})`;
  return literal(part);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
