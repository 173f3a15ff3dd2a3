import type { PathwayKind } from '../contract/curricula.ts';
import type { CompetencyLevel, Module } from '../contract/modules.ts';
import type { Domain, LearningFormat } from '../contract/primitives.ts';

const DOMAIN_NAMES: Readonly<Record<Domain, string>> = {
  foundations: 'Foundations',
  clinical: 'Clinical applications',
  implementation: 'Implementation',
  governance: 'Governance',
};

/** A domain in words: `clinical` → `Clinical applications`. */
export function domainName(domain: Domain): string {
  return DOMAIN_NAMES[domain];
}

const FORMAT_NAMES: ReadonlyMap<string, string> = new Map([
  ['self_paced', 'Self-paced'],
  ['live_virtual', 'Live online'],
  ['workshop', 'Workshop'],
  ['case_conference', 'Case conference'],
  ['simulation', 'Simulation'],
  ['lab', 'Lab'],
  ['journal_club', 'Journal club'],
  ['practicum', 'Practicum'],
  ['project', 'Project'],
]);

/** The ways of teaching that the catalogue knows, as codes, the most usual first. */
export const MODULE_FORMATS: readonly string[] = [...FORMAT_NAMES.keys()];

/** How a module is taught, in words: `self_paced` → `Self-paced`. A format of the office's own reads as it was written. */
export function formatName(format: string): string {
  return FORMAT_NAMES.get(format) ?? wordsOf(format);
}

/** The AMA learning format under which a way of teaching is usually designated; null where none is usual. */
export function usualLearningFormat(format: string): LearningFormat | null {
  switch (format) {
    case 'self_paced':
      return 'enduring material';
    case 'practicum':
    case 'project':
      return 'other';
    default:
      return FORMAT_NAMES.has(format) ? 'live activity' : null;
  }
}

const TRACK_NAMES: Readonly<Record<Module['track'], string>> = {
  foundation: 'Foundation',
  practitioner: 'Practitioner',
  leader: 'Leader',
};

/** The tracks in the order in which a learner takes them. */
export const TRACKS: readonly Module['track'][] = ['foundation', 'practitioner', 'leader'];

/** For whom a module is made, by experience: `foundation` → `Foundation`. */
export function trackName(track: Module['track']): string {
  return TRACK_NAMES[track];
}

const AUDIENCE_NAMES: ReadonlyMap<string, string> = new Map([
  ['radiology', 'Radiology'],
  ['pathology', 'Pathology'],
  ['primary_care', 'Primary care'],
  ['cardiology', 'Cardiology'],
  ['dermatology', 'Dermatology'],
  ['ophthalmology', 'Ophthalmology'],
  ['emergency', 'Emergency medicine'],
  ['oncology', 'Oncology'],
  ['surgery', 'Surgery'],
  ['nursing', 'Nursing'],
  ['pharmacy', 'Pharmacy'],
  ['administrators', 'Administrators'],
  ['informatics', 'Informatics'],
]);

/** The groups that the catalogue teaches, as codes. */
export const AUDIENCES: readonly string[] = [...AUDIENCE_NAMES.keys()];

/** A group of learners in words: `primary_care` → `Primary care`. A group of the office's own reads as it was written. */
export function audienceName(audience: string): string {
  return AUDIENCE_NAMES.get(audience) ?? wordsOf(audience);
}

/** Groups in one line; an empty audience is everyone's. */
export function audienceNames(audience: readonly string[]): string {
  return audience.length === 0 ? 'Everyone' : audience.map(audienceName).join(', ');
}

/** What a learner can do at a level of a competency, in one word. */
export function levelName(level: CompetencyLevel): string {
  switch (level) {
    case 1:
      return 'Aware';
    case 2:
      return 'Apply';
    case 3:
      return 'Lead';
  }
}

const KIND_WORDS: Readonly<Record<PathwayKind, { readonly name: string; readonly explained: string }>> = {
  specialization: {
    name: 'Online specialization',
    explained:
      'A short series taken online and mostly at one’s own pace, ending with a certificate of completion.',
  },
  certification: {
    name: 'Professional certification with CME credit',
    explained: 'A certificate for practicing clinicians, with assessed skills and CME credit.',
  },
  extension: {
    name: 'University-extension short course',
    explained: 'A course of a few weeks that a university offers to people who work, with contact hours.',
  },
  executive: {
    name: 'Executive certificate',
    explained:
      'For people who lead: clinical applications, implementation and governance together, usually with a capstone.',
  },
  bridge: {
    name: 'Academic bridge',
    explained: 'A first part of graduate study, so that what is learned here counts toward a degree.',
  },
  precision: {
    name: 'Specialty precision pathway',
    explained:
      'A common core and a module of the learner’s own specialty, for the levels that only it can give.',
  },
};

/** A kind of pathway in words: `bridge` → `Academic bridge`. */
export function kindName(kind: PathwayKind): string {
  return KIND_WORDS[kind].name;
}

/** What a kind of pathway is, in one sentence. */
export function kindExplained(kind: PathwayKind): string {
  return KIND_WORDS[kind].explained;
}

function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
