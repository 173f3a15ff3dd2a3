import type { Profession } from '../contract/primitives.ts';
import { fold } from '../people/name.ts';

/**
 * Words by which a specialty is known, strongest first: the first line of which a text holds a word decides. Words are whole,
 * `*` stands for any ending. Lines without a group are specialties that no group of the catalogue is made for: they keep a
 * pediatric neurologist from being taught as a pediatrician.
 *
 * The order: what is done for every organ alike (computing, the laboratory, images), then tumors, then organs and what is
 * operated on, then where one works, and last for what age and how broadly.
 */
const LINES: readonly (readonly [group: string, words: string])[] = [
  // What is done, whatever the organ. Treatment by rays is filed under radiology and taught with oncology.
  [
    'informatics',
    'informatic*, bioinformatic*, data scien*, artificial intelligence, machine learning, digital health',
  ],
  ['nursing', 'nurse, nurses, nursing'],
  ['pharmacy', 'pharmacy, pharmacist*, pharmacolog*, pharmacother*'],
  ['oncology', 'radiation oncolog*, therapeutic radiolog*, radiation therap*, radiotherap*'],
  [
    'pathology',
    'patholog*, dermatopatholog*, hematopatholog*, haematopatholog*, neuropatholog*, cytopatholog*, histopatholog*, immunopatholog*, cytolog*, laboratory medicine, blood bank*, transfusion, microbiolog*, medical virolog*, clinical biochemistry',
  ],
  ['radiology', 'radiolog*, neuroradiolog*, nuclear medicine, imaging, neuroimaging'],
  // Tumors and blood, whoever treats them and with what.
  ['oncology', 'oncolog*, neurooncolog*, cancer, hematolog*, haematolog*, hemato, haemato'],
  // Organs whose physicians operate themselves.
  ['dermatology', 'dermatolog*, skin, mohs*'],
  [
    'ophthalmology',
    'ophthalm*, optometr*, retina*, vitreoretinal, glaucoma, cornea*, oculoplastic*, ocular, eye',
  ],
  [
    'surgery',
    'surger*, surgeon*, surgical, neurosurg*, orthop*, urolog*, otolaryngolog*, otorhinolaryngolog*, otolog*, neurotolog*, ent, anesthes*, anaesthe*, perioperative, cardiothoracic',
  ],
  ['cardiology', 'cardi*, electrophysiolog*, echocardiograph*, heart, coronary'],
  // Organs and techniques without a group of their own.
  [
    '',
    'neurolog*, neurophysiolog*, neuromuscular, neurodevelopmental, neurocritical, neuropsychiatr*, epileps*, stroke, brain, psychiatr*, psycholog*, psychother*, mental health, nephrolog*, renal, gastro*, hepatolog*, endocrin*, diabet*, metabol*, pulmon*, respiratory, rheumatolog*, infectious, infection, tropical, allerg*, immunolog*, genetic*, genomic*, cytogenetic*, obstetric*, gynecolog*, gynaecolog*, urogynecolog*, maternal, reproductive, genitourinary, sexual health, neonat*, rehabilitation, physical medicine, physiatr*, spinal cord, sleep, pain, dent*, oral, orthodont*, endodont*, periodont*, prosthodont*, podiatr*, audiolog*, audiovestibular, speech, chiropract*, physical therap*',
  ],
  // Where one works.
  ['emergency', 'emergency, urgent care, trauma medicine, toxicolog*'],
  ['oncology', 'palliative, hospice'],
  ['', 'critical care, intensive care, occupational, aerospace, aviation, undersea, hyperbaric'],
  [
    'administrators',
    'administrati*, administrator*, medical management, practice management, health care management, healthcare management, hospital management, health services management, executive*, operations, leadership',
  ],
  // For what age, and how broadly.
  [
    'primary_care',
    'family, primary care, internal medicine, general medicine, general practi*, internist*, hospitalist*, hospital medicine, geriatric*, gerontolog*, pediatric*, paediatric*, peds, adolescent medicine, preventive medicine',
  ],
];

/** Names of which a word would be taken for another thing, and as what they are read. */
const READ_AS: readonly (readonly [names: string, words: string])[] = [
  ['nursing home*', 'geriatric'],
  ['speech pathology, speech language pathology, speech language pathologist*', 'speech'],
  ['plant patholog*, family planning, family therapy, family therapist*', ''],
  [
    'weight management, case management, stress management, wound management, medication management, disease management, emergency management',
    '',
  ],
];

type Line = { readonly group: string; readonly pattern: RegExp };

const RANKED: readonly Line[] = LINES.map(([group, words]) => ({ group, pattern: anyOf(words) }));

const REREAD = READ_AS.map(([names, words]) => ({ pattern: anyOf(names), words }));

/** Finds any of the words, whole; between words of a name anything but letters and figures may stand. */
function anyOf(words: string): RegExp {
  const each = words
    .split(', ')
    .map(
      (word) =>
        `${word.replace('*', '').replaceAll(' ', '[^\\p{L}\\p{N}]+')}${word.endsWith('*') ? '[\\p{L}\\p{N}]*' : ''}`,
    );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

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

/** Who prescribes is of a group by the specialty, and of nursing or pharmacy by no word in it. */
const PRESCRIBERS: ReadonlySet<Profession> = new Set([
  'physician',
  'physician associate',
  'nurse practitioner',
]);
const OWN_PROFESSIONS: ReadonlySet<string> = new Set(['nursing', 'pharmacy']);

/**
 * The group of learners that profession and specialty point to, as a code of the catalogue, such as `radiology`; empty when
 * they do not say. A nurse in cardiology learns with nursing: what counts as made for a specialty follows the profession.
 */
export function suggestedSpecialty(profession: Profession, specialty: string): string {
  const byProfession = BY_PROFESSION[profession];
  if (byProfession !== undefined) return byProfession;
  if (!BY_SPECIALTY_FIRST.has(profession)) return '';
  const text = REREAD.reduce((read, { pattern, words }) => read.replace(pattern, words), fold(specialty));
  const prescribes = PRESCRIBERS.has(profession);
  const found =
    RANKED.find(({ group, pattern }) => {
      if (prescribes && OWN_PROFESSIONS.has(group)) return false;
      return text.search(pattern) >= 0;
    })?.group ?? '';
  return found === '' && profession === 'nurse practitioner' ? 'nursing' : found;
}
