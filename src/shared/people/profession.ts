import type { Profession } from '../contract/primitives.ts';
import { fold } from './name.ts';

/** Degrees and licences that say what someone is. MD, DO and the degrees held equivalent abroad make a physician. */
const BY_CREDENTIAL: Readonly<Record<string, Profession>> = {
  md: 'physician',
  do: 'physician',
  mdcm: 'physician',
  mbbs: 'physician',
  mbbch: 'physician',
  mbbchir: 'physician',
  mbchb: 'physician',
  bmbs: 'physician',
  bmbch: 'physician',
  np: 'nurse practitioner',
  dnp: 'nurse practitioner',
  fnp: 'nurse practitioner',
  aprn: 'nurse practitioner',
  crna: 'nurse practitioner',
  pa: 'physician associate',
  pac: 'physician associate',
  rn: 'nurse',
  bsn: 'nurse',
  msn: 'nurse',
  lpn: 'nurse',
  pharmd: 'pharmacist',
  rph: 'pharmacist',
  cpht: 'pharmacy technician',
  psyd: 'psychologist',
  lcsw: 'social worker',
  msw: 'social worker',
  dds: 'dentist',
  dmd: 'dentist',
  rd: 'dietitian',
  rdn: 'dietitian',
  mha: 'administrator',
};

/**
 * Words of a profession column, the first that fits: the more particular come first. `Doctor`, `resident` and `fellow` are
 * no answer: pharmacists, dentists and therapists are called so too.
 */
const BY_WORD: readonly (readonly [RegExp, Profession])[] = [
  [/physician('?s)? (assistant|associate)|\bpa(-c)?\b/, 'physician associate'],
  [/nurse practitioner|advanced practice|\baprn\b|\bnp\b/, 'nurse practitioner'],
  [/nurse|nursing|\brn\b|krankenpfleg|infirmi|enfermer/, 'nurse'],
  [/pharmacy tech/, 'pharmacy technician'],
  [/pharmac|apothek/, 'pharmacist'],
  [/psycholog/, 'psychologist'],
  [/social work/, 'social worker'],
  [/dent(ist|al)/, 'dentist'],
  [/diet/, 'dietitian'],
  [/student|trainee/, 'student'],
  [/administrat|manager|executive|liaison|recruit/, 'administrator'],
  [/data scien|informatic|engineer/, 'data scientist'],
  [/^(?!.*\bveterin).*(physician|\bmedic[oa]\b|arzt|medecin|surgeon|\bmbbs\b)/, 'physician'],
];

/** What a person is by both columns, and a note where they do not agree. */
export type FoundProfession = { readonly profession: Profession | null; readonly note: string };

/**
 * What someone is by the profession column and the letters after the name. Credit may be awarded to physicians only, so
 * letters that name another licence decide against the word “physician”.
 */
export function findProfession(text: string, credentials: string): FoundProfession {
  const said = professionFromText(text);
  const held = professionFromCredentials(credentials);
  if (said === 'physician' && held !== null && held !== 'physician')
    return {
      profession: held,
      note: `The profession says “${text.slice(0, 60)}”, the credentials ${credentials.slice(0, 60)}; “${held}” is set.`,
    };
  return { profession: said ?? held, note: '' };
}

/** What someone is by the letters after the name; null when they do not say. A physician's degree decides over others. */
export function professionFromCredentials(credentials: string): Profession | null {
  // Degrees that are written in several words stand as one.
  const joined = credentials
    .replace(/\bM\.?\s?B\.?,?\s?(B\.?\s?S|B\.?\s?Ch(ir)?|Ch\.?\s?B)\b/gi, 'MBBS')
    .replace(/\bB\.?\s?M\.?,?\s?(B\.?\s?S|B\.?\s?Ch)\b/gi, 'BMBS')
    .replace(/\bDr\.?\s?med\b/gi, 'MD');
  const found = joined
    .split(/[,;/\s]+/)
    .flatMap((part) => [part, ...(part.includes('-') ? part.split('-') : [])])
    .map((part) => fold(part).replace(/[^a-z]/g, ''))
    .flatMap((part) => (Object.hasOwn(BY_CREDENTIAL, part) ? [BY_CREDENTIAL[part]] : []));
  return found.find((profession) => profession === 'physician') ?? found[0] ?? null;
}

/** What a profession column means; null when nothing fits. */
export function professionFromText(text: string): Profession | null {
  const folded = fold(text);
  return (
    BY_WORD.find(([words]) => words.test(folded))?.[1] ??
    // Degrees in capitals only: “do” is a word in Portuguese.
    (/^(MD|M\.D\.?|DO|D\.O\.?)([\s,;/-]|$)/.test(text.trim()) ? 'physician' : null)
  );
}

/** Whether the text after a comma is letters of degrees (`MD, PhD`) rather than a given name. */
export function looksLikeCredentials(text: string): boolean {
  const parts = text.split(/[,;]\s*/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        /^(ph\.?d|m\.?p\.?h|m\.?s|mba|facp|facs|faan)\.?$/i.test(part) ||
        // Do, Pa and Rn are given names too; the letters of a degree as short as that stand in capitals.
        (professionFromCredentials(part) !== null && (part.length > 2 || part === part.toUpperCase())),
    )
  );
}
