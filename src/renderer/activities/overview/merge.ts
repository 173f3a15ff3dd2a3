import type { ActivityContent } from '../../../shared/contract/activities.ts';
import { counted, formatCredits, formatShortDate } from '../../../shared/format.ts';
import type { Draft } from './draft.ts';

/** What a draft consists of: each field of the content, and the sessions together. */
export type DraftField = keyof ActivityContent | 'sessions';

/** An unsaved draft and what was on record when its edits began. */
export type KeptDraft = { readonly draft: Draft; readonly base: Draft };

const FIELDS: Readonly<Record<DraftField, string>> = {
  title: 'Title',
  learningFormat: 'Format',
  formatDescription: 'Description of the format',
  delivery: 'Delivery',
  place: 'Place',
  link: 'Link',
  startsOn: 'First day',
  endsOn: 'Last day',
  timeZone: 'Time zone',
  providership: 'Providership',
  jointProviders: 'Joint providers',
  maximumQuarters: 'Designated maximum',
  rules: 'Completion rules',
  sessions: 'Sessions',
};

/** A field that was edited here and has been saved differently elsewhere. */
export type Conflict = {
  readonly field: DraftField;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
};

/** The own edits over what is on record now; fields that this draft leaves alone follow the record. */
export function mergeDraft({ draft, base }: KeptDraft, recorded: Draft): Draft {
  return fields()
    .filter((field) => same(field, draft, base))
    .reduce((merged, field) => withField(merged, field, recorded), draft);
}

/** Fields that both this draft and another window have changed, each to something else. */
export function conflictsOf({ draft, base }: KeptDraft, recorded: Draft): readonly Conflict[] {
  return fields()
    .filter(
      (field) => !same(field, draft, base) && !same(field, recorded, base) && !same(field, draft, recorded),
    )
    .map((field) => ({
      field,
      label: FIELDS[field],
      mine: inWords(field, draft),
      theirs: inWords(field, recorded),
    }));
}

/** Takes one field from another draft. */
export function withField(draft: Draft, field: DraftField, from: Draft): Draft {
  if (field === 'sessions') return { ...draft, sessions: from.sessions };
  return { ...draft, content: { ...draft.content, [field]: from.content[field] } };
}

function fields(): readonly DraftField[] {
  // The table above has exactly these keys; Object.keys only answers strings.
  return Object.keys(FIELDS) as DraftField[];
}

function same(field: DraftField, left: Draft, right: Draft): boolean {
  return JSON.stringify(partOf(field, left)) === JSON.stringify(partOf(field, right));
}

function partOf(field: DraftField, draft: Draft): unknown {
  return field === 'sessions' ? draft.sessions : draft.content[field];
}

function inWords(field: DraftField, { content, sessions }: Draft): string {
  switch (field) {
    case 'sessions':
      return `${counted(sessions.length, 'session', 'sessions')}, ${sessions.reduce((sum, { minutes }) => sum + minutes, 0)} min`;
    case 'maximumQuarters':
      return formatCredits(content.maximumQuarters);
    case 'startsOn':
    case 'endsOn':
      return content[field] === '' ? 'empty' : formatShortDate(content[field]);
    case 'jointProviders':
      return content.jointProviders.join(', ') || 'none';
    case 'rules':
      return [
        `${content.rules.minimumAttendancePercent}% attendance`,
        content.rules.assessmentRequired
          ? `assessment passed with ${content.rules.passPercent}%`
          : 'no assessment',
        content.rules.evaluationRequired ? 'evaluation' : 'no evaluation',
      ].join(', ');
    default:
      return content[field] || 'empty';
  }
}
