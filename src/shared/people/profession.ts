import type { Profession } from '../contract/primitives.ts';
import { fold } from './name.ts';

/** Degrees and licences that say what someone is. MD, DO and the degrees held equivalent abroad make a physician. */
const BY_CREDENTIAL: Readonly<Record<string, Profession>> = {
  md: 'physician',
  do: 'physician',
  mbbs: 'physician',
  mbbch: 'physician',
  bmbs: 'physician',
  mbchb: 'physician',
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

/** Words of a profession column, the first that fits: the more particular come first. */
const BY_WORD: readonly (readonly [RegExp, Profession])[] = [
  [/physician (assistant|associate)|\bpa(-c)?\b/, 'physician associate'],
  [/nurse practitioner|advanced practice|\baprn\b|\bnp\b/, 'nurse practitioner'],
  [/nurse|nursing|\brn\b|krankenpfleg|infirmi|enfermer/, 'nurse'],
  [/pharmacy tech/, 'pharmacy technician'],
  [/pharmac|apothek/, 'pharmacist'],
  [/psycholog/, 'psychologist'],
  [/social work/, 'social worker'],
  [/dent(ist|al)/, 'dentist'],
  [/diet/, 'dietitian'],
  [/administrat|manager|executive/, 'administrator'],
  [/data scien|informatic|engineer/, 'data scientist'],
  [/student|trainee/, 'student'],
  [
    /physician|doctor|medic[oa]\b|arzt|arztin|medecin|surgeon|resident|fellow|\bmd\b|\bdo\b|\bmbbs\b/,
    'physician',
  ],
];

/** What someone is by the letters after the name; null when they do not say. A physician's degree decides over others. */
export function professionFromCredentials(credentials: string): Profession | null {
  const found = credentials
    .split(/[,;/\s]+/)
    .map((part) => BY_CREDENTIAL[fold(part).replace(/[^a-z]/g, '')])
    .filter((profession) => profession !== undefined);
  return found.find((profession) => profession === 'physician') ?? found[0] ?? null;
}

/** What a profession column means; null when nothing fits. */
export function professionFromText(text: string): Profession | null {
  const folded = fold(text);
  return BY_WORD.find(([words]) => words.test(folded))?.[1] ?? null;
}

/** Whether the text after a comma is letters of degrees (`MD, PhD`) rather than a given name. */
export function looksLikeCredentials(text: string): boolean {
  const parts = text.split(/[,;]\s*/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every(
      (part) =>
        Object.hasOwn(BY_CREDENTIAL, fold(part).replace(/[^a-z]/g, '')) ||
        /^(ph\.?d|m\.?p\.?h|m\.?s|mba|facp|facs|faan)\.?$/i.test(part),
    )
  );
}
