import { AiUse, ModuleContent } from '../../../shared/contract/modules.ts';
import { IsoDate } from '../../../shared/contract/primitives.ts';
import type { ErrorCode, Fault } from '../../../shared/errors.ts';
import { audienceSentence } from '../../../shared/modules/check-library.ts';
import type { InLibrary } from '../../../shared/modules/in-library.ts';
import { objectiveFindings } from '../../../shared/modules/objectives.ts';
import { circleInWords } from '../../../shared/modules/prerequisite-circle.ts';
import { parseIdentifier } from '../../../shared/modules/reference-identifier.ts';
import { contentOf, type DraftReference, type ModuleDraft } from './draft.ts';

/** A field of the form. */
export type Field = keyof ModuleContent;

/** What is wrong with a source, at its own line. */
export type ReferenceProblem = {
  readonly citation?: string;
  readonly identifier?: string;
  readonly url?: string;
};
/** What is wrong with a use of an AI tool, at its own line. */
export type AiUseProblem = { readonly tool?: string; readonly task?: string; readonly usedOn?: string };

/** What is wrong, beside the field; what stands in lists also by the key of its line. */
export type Problems = {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  readonly objectives: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, ReferenceProblem>>;
  readonly aiUses: Readonly<Record<string, AiUseProblem>>;
  readonly count: number;
};

/** Nothing is wrong. */
export const NO_PROBLEMS: Problems = { fields: {}, objectives: {}, references: {}, aiUses: {}, count: 0 };

/** A draft that the contract and the library accept, or what stops it. */
export type Checked =
  | { readonly content: ModuleContent; readonly problems: null }
  | { readonly content: null; readonly problems: Problems };

/** Checks a draft with the contract's own schema and among the other modules, and says in words what to do. */
export function check(draft: ModuleDraft, placed: InLibrary | null = null): Checked {
  const parsed = ModuleContent.safeParse(contentOf(draft));
  const fields: Partial<Record<Field, string>> = {};
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const field = FIELDS.find((name) => name === issue.path[0]);
      // Lists say it at their own lines.
      const atLine = issue.path.length > 1 && (field === 'references' || field === 'aiUses');
      if (field && !atLine) fields[field] ??= sentence(field, draft);
    }
  if (draft.reviewBy !== '' && draft.lastReviewed !== '' && draft.reviewBy < draft.lastReviewed)
    fields.reviewBy ??= 'This is before the last review. Choose a later day.';
  if (placed) Object.assign(fields, { ...libraryProblems(draft, placed), ...fields });
  const lists = {
    objectives: objectiveProblems(draft),
    references: referenceProblems(draft),
    aiUses: aiUseProblems(draft),
  };
  const count = [fields, ...Object.values(lists)].reduce((sum, found) => sum + Object.keys(found).length, 0);
  if (parsed.success && count === 0) return { content: parsed.data, problems: null };
  return { content: null, problems: { fields, ...lists, count } };
}

/** Only what is wrong as it stands; that something is still empty is said when somebody tries to save. */
export function withoutMissing(problems: Problems, draft: ModuleDraft): Problems {
  const empty = (field: Field): boolean => {
    const value = draft[field];
    // One letter of a code is the beginning of one.
    return value === null || value === '' || (field === 'code' && draft.code.length === 1);
  };
  const fields = Object.fromEntries(
    Object.entries(problems.fields).filter(([field]) => !empty(fieldOf(field))),
  );
  const references = Object.fromEntries(
    Object.entries(problems.references).map(([key, { citation: _, ...rest }]) => [key, rest]),
  );
  const aiUses = Object.fromEntries(
    Object.entries(problems.aiUses).map(([key, { usedOn }]) => [key, usedOn === undefined ? {} : { usedOn }]),
  );
  return { ...problems, fields, references, aiUses, count: 0 };
}

/** The fields that the engine's refusal is about, the one to look at first in front; none when it is about the whole. */
export function fieldsOf(code: ErrorCode): readonly Field[] {
  switch (code) {
    case 'modules/code-in-use':
    case 'modules/in-use':
      return ['code'];
    case 'modules/prerequisite-cycle':
      return ['prerequisites', 'code'];
    case 'modules/audience-too-wide':
      return ['audience', 'prerequisites'];
    default:
      return [];
  }
}

/** What the engine refused, and the draft as it was then. */
export type Refusal = { readonly fault: Fault; readonly draft: ModuleDraft };

/** Whether what was refused still stands: it is out of date once a field that it is about was changed. */
export function stillRefused(refusal: Refusal, draft: ModuleDraft): boolean {
  const fields = fieldsOf(refusal.fault.code);
  return fields.length === 0
    ? refusal.draft === draft
    : fields.every((field) => refusal.draft[field] === draft[field]);
}

const FIELDS = ModuleContent.keyof().options;

function fieldOf(name: string): Field {
  return FIELDS.find((field) => field === name) ?? 'code';
}

function libraryProblems(draft: ModuleDraft, placed: InLibrary): Problems['fields'] {
  const own = draft.code === '' ? 'this module' : draft.code;
  const { sameCode, circle, unknownPrerequisites, narrowPrerequisites, widerDependents } = placed;
  const [unknown] = unknownPrerequisites;
  const [narrow] = narrowPrerequisites;
  const [wider] = widerDependents;
  return {
    ...(sameCode
      ? { code: `Another module has the code ${draft.code}: “${sameCode.title}”. Choose another code.` }
      : {}),
    ...(unknown !== undefined
      ? { prerequisites: `There is no module ${unknown} any more. Remove it from the list.` }
      : {}),
    ...(circle
      ? {
          prerequisites: `These prerequisites run in a circle: ${circleInWords(circle)}. Remove one of them.`,
        }
      : {}),
    ...(wider ? { audience: audienceSentence(wider.module.code, own, wider.outside) } : {}),
    ...(narrow ? { audience: audienceSentence(own, narrow.module.code, narrow.outside) } : {}),
  };
}

function objectiveProblems({ objectives }: ModuleDraft): Problems['objectives'] {
  const findings = objectiveFindings(objectives.map(({ text }) => text));
  return Object.fromEntries(
    objectives.flatMap(({ key }, at) => {
      const error = findings[at]?.error;
      return error ? [[key, error] as const] : [];
    }),
  );
}

function aiUseProblems({ aiUses }: ModuleDraft): Problems['aiUses'] {
  return Object.fromEntries(
    aiUses.flatMap((use) => {
      const { key, ...plain } = use;
      const problem: AiUseProblem = {
        ...(use.tool.trim() === '' ? { tool: 'Name the tool, or remove this entry.' } : {}),
        ...(use.task.trim() === '' ? { task: 'Say what it was used for.' } : {}),
        ...(IsoDate.safeParse(use.usedOn).success ? {} : { usedOn: 'Choose a day of the calendar.' }),
      };
      if (Object.keys(problem).length > 0) return [[key, problem] as const];
      return !AiUse.safeParse(plain).success
        ? [[key, { task: 'Type this entry again: it holds a character that cannot be printed.' }] as const]
        : [];
    }),
  );
}

function referenceProblems({ references }: ModuleDraft): Problems['references'] {
  return Object.fromEntries(
    references.flatMap((reference) => {
      const problem = referenceProblem(reference);
      return Object.keys(problem).length > 0 ? [[reference.key, problem] as const] : [];
    }),
  );
}

function referenceProblem({ citation, identifier, url }: DraftReference): ReferenceProblem {
  const read = parseIdentifier(identifier);
  const nothing = identifier.trim() === '' && url.trim() === '';
  return {
    ...(citation.trim() === ''
      ? {
          citation: nothing
            ? 'Write the citation, or remove this reference.'
            : 'Write the citation as it should print on the syllabus.',
        }
      : {}),
    ...(read.status === 'malformed' ? { identifier: read.message } : {}),
    ...(url.trim() !== '' && !/^https:\/\/\S+$/.test(url.trim())
      ? { url: 'Give the whole address, beginning with https://.' }
      : {}),
  };
}

function sentence(field: Field, draft: ModuleDraft): string {
  switch (field) {
    case 'code':
      return draft.code.trim() === ''
        ? 'Give a code, such as OWN-01.'
        : 'Use 2 to 24 letters, digits and hyphens; begin with a letter or digit.';
    case 'title':
      return draft.title.trim() === ''
        ? 'Give the module a title.'
        : 'Type the title again: it holds a character that cannot be printed, or more than 300.';
    case 'domain':
      return 'Choose the domain to which its minutes are counted.';
    case 'track':
      return 'Choose for whom the module is made.';
    case 'format':
      return 'Choose how the module is taught.';
    case 'amaLearningFormat':
      return 'Choose the learning format under which it is designated.';
    case 'minutes':
      return 'Give the length as a whole number from 5 to 2,400 minutes.';
    case 'lastReviewed':
    case 'reviewBy':
      return 'Choose a day of the calendar.';
    case 'objectives':
      return 'Shorten the objectives: at most 12, each of at most 300 characters.';
    case 'audience':
    case 'specialtyFocus':
      return 'Name at most 40 groups, each in at most 300 characters.';
    case 'prerequisites':
      return 'Choose at most 30 prerequisites.';
    case 'competencies':
      return 'Choose at most 40 competencies.';
    case 'references':
      return 'Keep at most 60 references.';
    case 'description':
      return 'Shorten the description to 10,000 characters and leave out characters that cannot be printed.';
    case 'assessmentMethod':
    case 'assessmentStandard':
    case 'mooreLevel':
      return 'Type this again: it holds a character that cannot be printed, or more than 300.';
    case 'aiUses':
      return 'Keep at most 100 entries.';
  }
}
