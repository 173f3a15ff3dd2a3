import type { Profession } from '../contract/primitives.ts';
import { fold } from '../people/name.ts';

/**
 * Names of specialties as people and registers write them, each with the group of learners it points to; empty for one that
 * belongs to none. Words are whole, `*` stands for any ending, and of all names that a text holds the longest decides: a
 * pediatric cardiologist is taught with cardiology, a cardiac surgeon with surgery.
 */
const NAMES: readonly (readonly [group: string, names: string])[] = [
  [
    'informatics',
    'informatic*, clinical informatics, medical informatics, data scien*, artificial intelligence, machine learning',
  ],
  [
    'radiology',
    'radiolog*, diagnostic radiology, nuclear medicine, nuclear radiology, medical imaging, neuroradiolog*, neuroimaging, breast imaging',
  ],
  [
    'pathology',
    'patholog*, dermatopatholog*, hematopatholog*, haematopatholog*, neuropatholog*, cytopatholog*, cytolog*, laboratory medicine, clinical pathology, blood banking',
  ],
  [
    'oncology',
    'oncolog*, neuro-oncolog*, hematolog*, haematolog*, radiation oncolog*, radiation therapy, surgical oncolog*, gynecologic oncolog*, pediatric oncolog*, pediatric hematolog*, palliative, palliative medicine, hospice and palliative medicine, internal medicine hematolog*',
  ],
  [
    'cardiology',
    'cardiolog*, interventional cardiolog*, cardiovascular disease*, cardiovascular medicine, internal medicine cardiovascular disease, cardiac electrophysiolog*, electrophysiolog*, heart failure, pediatric cardiolog*',
  ],
  ['dermatology', 'dermatolog*, pediatric dermatolog*, skin'],
  ['ophthalmology', 'ophthalmolog*, optometr*, retina, eye, neuro-ophthalmolog*, pediatric ophthalmolog*'],
  [
    'emergency',
    'emergency, emergency medicine, pediatric emergency medicine, urgent care, trauma medicine, toxicolog*, medical toxicolog*',
  ],
  [
    'surgery',
    'surger*, surgeon*, surgical, neurosurg*, surgical critical care, general surgery, cardiac surg*, cardiothoracic surg*, cardiovascular surg*, thoracic surg*, vascular surg*, pediatric surg*, plastic surg*, colon and rectal surg*, neurological surg*, transplant surg*, orthop*, urolog*, pediatric urolog*, otolaryngolog*, otorhinolaryngolog*, ent, anesthesi*, anaesthesi*, anesthesia pain medicine, perioperative, perioperative medicine, ophthalmic plastic surgery',
  ],
  [
    'nursing',
    'nurse, nurses, nursing, nurse anesthetist, nurse midwife, registered nurse, critical care nursing, emergency nursing, oncology nursing, perioperative nursing',
  ],
  [
    'pharmacy',
    'pharmacy, pharmacist*, pharmacolog*, clinical pharmacolog*, pharmacother*, pharmacy practice',
  ],
  [
    'administrators',
    'administrati*, administrator*, health administration, medical management, practice management, health care management, healthcare management, hospital management, hospital administration, health services management, executive*, medical executive, operations, leadership, physician leadership',
  ],
  [
    'primary_care',
    'family, family medicine, family practice, primary care, pediatric primary care, internal medicine, general internal medicine, general medicine, general practi*, internist*, hospitalist*, hospital medicine, geriatric*, family medicine geriatric medicine, pediatric*, paediatric*, general pediatrics, adolescent medicine, preventive medicine, nursing home, nursing home medicine, internal medicine-pediatrics, med-peds',
  ],
  // What would be taken for another by one of its words.
  [
    '',
    'pain management, pain medicine, speech pathology, speech-language pathology, speech language pathology, psychopatholog*, weight management, case management, stress management, wound management, medication management, disease management, emergency management, pediatric psychiatry, geriatric psychiatry, pediatric neurolog*, addiction psychiatry, internal medicine nephrolog*, pediatric dentistry, oral surgery dental hygiene, plant patholog*',
  ],
];

type Name = { readonly group: string; readonly length: number; readonly pattern: RegExp };

/** Longest first; of equally long ones that of the group further up. */
const BY_LENGTH: readonly Name[] = NAMES.flatMap(([group, names]) =>
  names.split(', ').map((name): Name => {
    const stem = name.replace('*', '');
    return {
      group,
      length: stem.length,
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])${stem.replaceAll(' ', '[\\s/,&-]+')}${name.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])'}`,
        'u',
      ),
    };
  }),
).toSorted((a, b) => b.length - a.length);

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

/** Groups that are professions of their own: a physician is of none of them by a word in the specialty. */
const OWN_PROFESSIONS: ReadonlySet<string> = new Set(['nursing', 'pharmacy']);

/**
 * The group of learners that profession and specialty point to, as a code of the catalogue, such as `radiology`; empty when
 * they do not say. A nurse in cardiology learns with nursing: what counts as made for a specialty follows the profession.
 */
export function suggestedSpecialty(profession: Profession, specialty: string): string {
  const byProfession = BY_PROFESSION[profession];
  if (byProfession !== undefined) return byProfession;
  if (!BY_SPECIALTY_FIRST.has(profession)) return '';
  const text = fold(specialty);
  const prescribes = profession === 'physician' || profession === 'physician associate';
  const found =
    BY_LENGTH.find(({ group, pattern }) => !(prescribes && OWN_PROFESSIONS.has(group)) && pattern.test(text))
      ?.group ?? '';
  return found === '' && profession === 'nurse practitioner' ? 'nursing' : found;
}
