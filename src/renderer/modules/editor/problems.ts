import { ModuleContent } from '../../../shared/contract/curricula.ts';
import type { ErrorCode, Fault } from '../../../shared/errors.ts';
import { contentOf, type ModuleDraft } from './draft.ts';

/** A field of the form. */
export type Field = keyof ModuleContent;

/** What is wrong, beside the field; lists of references also by line. */
export type Problems = {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** By the key of the reference. */
  readonly references: Readonly<Record<string, { readonly citation?: string; readonly url?: string }>>;
  readonly count: number;
};

/** A draft that the contract accepts, or what stops it. */
export type Checked =
  | { readonly content: ModuleContent; readonly problems: null }
  | { readonly content: null; readonly problems: Problems };

/** Checks a draft with the contract's own schema and says in words what to do. */
export function check(draft: ModuleDraft): Checked {
  const parsed = ModuleContent.safeParse(contentOf(draft));
  const fields: Partial<Record<Field, string>> = {};
  const references = referenceProblems(draft);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const field = FIELDS.find((name) => name === issue.path[0]);
      // The sources say it at their own lines.
      if (field && !(field === 'references' && issue.path.length > 1))
        fields[field] ??= sentence(field, draft);
    }
  if (draft.reviewBy !== '' && draft.lastReviewed !== '' && draft.reviewBy < draft.lastReviewed)
    fields.reviewBy ??= 'This is before the last review. Choose a later day.';
  const count = Object.keys(fields).length + Object.keys(references).length;
  if (parsed.success && count === 0) return { content: parsed.data, problems: null };
  return { content: null, problems: { fields, references, count } };
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

function referenceProblems(draft: ModuleDraft): Problems['references'] {
  const found: Record<string, { citation?: string; url?: string }> = {};
  for (const { key, citation, identifier, url } of draft.references) {
    const problem: { citation?: string; url?: string } = {};
    if (citation.trim() === '')
      problem.citation =
        identifier.trim() === '' && url.trim() === ''
          ? 'Write the citation, or remove this reference.'
          : 'Write the citation as it should print on the syllabus.';
    if (url.trim() !== '' && !/^https:\/\/\S+$/.test(url.trim()))
      problem.url = 'Give the whole address, beginning with https://.';
    if (problem.citation || problem.url) found[key] = problem;
  }
  return found;
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
      return 'Type this again: it holds a character that cannot be printed, or more than 300.';
  }
}
