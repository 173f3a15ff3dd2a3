/**
 * Whether ten digits are a National Provider Identifier: the first is 1 or 2, and the Luhn check holds over the digits with
 * the prefix 80840 of the issuer (CMS; ISO/IEC 7812).
 */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  const digits = `80840${text}`;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
