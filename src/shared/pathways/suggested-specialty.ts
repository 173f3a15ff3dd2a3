import type { Profession } from '../contract/primitives.ts';
import { fold } from '../people/name.ts';

/**
 * Words of a specialty as people and registers write it, and the group of learners they point to; the first that fits. The
 * more particular come first: a pediatric cardiologist is taught with cardiology, an oncologic surgeon with oncology.
 */
const BY_WORD: readonly (readonly [RegExp, string])[] = [
  [/informatic|data scien|artificial intelligence|machine learning/, 'informatics'],
  [/radiation onc/, 'oncology'],
  [/radiolog|nuclear medicine|medical imaging|neuroimaging/, 'radiology'],
  [/dermatopatholog|(?<!speech[ -](language )?)(?<!psycho)patholog|cytolog|laboratory medicine/, 'pathology'],
  [/oncolog|hematolog|haematolog|palliative/, 'oncology'],
  [/cardi(ac|othoracic|ovascular) surg|thoracic surg/, 'surgery'],
  [/cardi(o|ac)|electrophysiolog|heart/, 'cardiology'],
  [/dermatolog|\bskin\b/, 'dermatology'],
  [/ophthalm|optomet|retina|\beye\b/, 'ophthalmology'],
  [/emergency|urgent care|\btrauma medicine|toxicolog/, 'emergency'],
  [/surg|orthop|urolog|otolaryng|\bent\b|anesthes|anaesthes|perioperative/, 'surgery'],
  [/nurs/, 'nursing'],
  [/pharmac(y|ist|olog|other)/, 'pharmacy'],
  [/administrat|management|executive|operations|leadership/, 'administrators'],
  [
    /family|primary care|internal medicine|general (internal|practice|practitioner|medicine)|internist|hospitalist|hospital medicine|geriatric|pediatric|paediatric|preventive/,
    'primary_care',
  ],
];

/** Groups that a profession points to by itself. A physician, an associate or a student may be of any. */
const BY_PROFESSION: Readonly<Partial<Record<Profession, string>>> = {
  nurse: 'nursing',
  pharmacist: 'pharmacy',
  'pharmacy technician': 'pharmacy',
  administrator: 'administrators',
  'data scientist': 'informatics',
};

/** Professions for whom the specialty that they work in says more than the profession itself. */
const BY_SPECIALTY_FIRST: ReadonlySet<Profession> = new Set([
  'physician',
  'nurse practitioner',
  'physician associate',
  'student',
  'other',
]);

/**
 * The group of learners that profession and specialty point to, as a code of the catalogue, such as `radiology`; empty when
 * they do not say. A nurse in cardiology learns with nursing: what counts as made for a specialty follows the profession.
 */
export function suggestedSpecialty(profession: Profession, specialty: string): string {
  const byProfession = BY_PROFESSION[profession];
  if (byProfession !== undefined) return byProfession;
  if (!BY_SPECIALTY_FIRST.has(profession)) return '';
  const text = fold(specialty);
  const found = BY_WORD.find(([words]) => words.test(text))?.[1] ?? '';
  return found === '' && profession === 'nurse practitioner' ? 'nursing' : found;
}
