import type { ShownLevel } from '../contract/learners.ts';
import type { ReflectionContent } from '../contract/reflections.ts';
import { formatShortDate } from '../format.ts';
import { anchorText } from './scale.ts';

/** What one row of a form says; null or missing where it says nothing, which leaves what is recorded. */
export type ReflectionAnswers = {
  readonly writtenOn: string | null;
  readonly change: string | null;
  readonly commitment: string | null;
  readonly followUpOn: string | null;
  readonly outcome: ReflectionContent['outcome'] | null;
  readonly followedUpOn: string | null;
  /** By competency, in their order. */
  readonly ratings: ReadonlyMap<
    string,
    { readonly before: ShownLevel | null; readonly after: ShownLevel | null }
  >;
};

/** A reflection after answers were added to it, with what they change and what of them could not be used. */
export type Merged = {
  readonly content: ReflectionContent;
  /** One sentence for each value that was recorded and becomes another: old → new. */
  readonly changes: readonly string[];
  /** What is added where nothing was recorded. */
  readonly added: readonly string[];
  readonly notes: readonly string[];
};

/**
 * Adds the answers of a form to what is recorded. An empty answer never takes anything away; `writtenOn` is for a new
 * reflection whose form has no date. A competency counts once it has both ratings, whichever was recorded before.
 */
export function mergeAnswers(
  recorded: ReflectionContent | null,
  answers: ReflectionAnswers,
  writtenOn: string,
): Merged {
  const before = recorded ?? { ...NOTHING, writtenOn: answers.writtenOn ?? writtenOn };
  const { confidence, changes: rated, added: newly, notes } = mergeRatings(before, answers);
  const commitment = answers.commitment ?? before.commitment;
  // Without a commitment there is nothing to follow up; the row is kept for what else it says.
  const followUp = commitment === '' ? null : (answers.followUpOn ?? before.followUpOn);
  const content: ReflectionContent = {
    writtenOn: answers.writtenOn ?? before.writtenOn,
    change: answers.change ?? before.change,
    commitment,
    followUpOn: followUp,
    outcome: answers.outcome ?? before.outcome,
    followedUpOn: answers.followedUpOn ?? before.followedUpOn,
    confidence,
  };
  const changes: string[] = [];
  const added: string[] = [];
  for (const [label, old, now] of [
    ['Date', dateText(before.writtenOn), dateText(content.writtenOn)],
    ['What will change', before.change, content.change],
    ['Commitment', before.commitment, content.commitment],
    ['Follow-up', dateText(before.followUpOn), dateText(content.followUpOn)],
    ['Outcome', before.outcome === 'open' ? '' : before.outcome, content.outcome],
    ['Followed up', dateText(before.followedUpOn), dateText(content.followedUpOn)],
  ] as const) {
    if (now === old || now === '' || now === 'open') continue;
    if (old === '') added.push(label.toLowerCase());
    else changes.push(`${label}: “${shortened(old)}” → “${shortened(now)}”.`);
  }
  return {
    content,
    changes: [...changes, ...rated],
    added: [...added, ...newly],
    notes:
      commitment === '' && answers.followUpOn !== null
        ? [...notes, 'The follow-up date is left out: there is no commitment.']
        : notes,
  };
}

const NOTHING: Omit<ReflectionContent, 'writtenOn'> = {
  change: '',
  commitment: '',
  followUpOn: null,
  outcome: 'open',
  followedUpOn: null,
  confidence: [],
};

function mergeRatings(
  { confidence: recorded }: ReflectionContent,
  { ratings }: ReflectionAnswers,
): {
  readonly confidence: ReflectionContent['confidence'];
  readonly changes: readonly string[];
  readonly added: readonly string[];
  readonly notes: readonly string[];
} {
  const confidence = [...recorded];
  const changes: string[] = [];
  const added: string[] = [];
  const notes: string[] = [];
  for (const [code, rating] of ratings) {
    const at = confidence.findIndex((other) => other.code === code);
    const old = confidence[at];
    const before = rating.before ?? old?.before ?? null;
    const after = rating.after ?? old?.after ?? null;
    if (before === null || after === null) {
      if (before !== after)
        notes.push(`${code} is left out: it has no rating ${before === null ? 'before' : 'after'}.`);
      continue;
    }
    if (!old) {
      confidence.push({ code, before, after });
      added.push(code);
      continue;
    }
    for (const [side, was, is] of [
      ['before', old.before, before],
      ['after', old.after, after],
    ] as const)
      if (was !== is) changes.push(`${code} ${side}: ${anchorText(was)} → ${anchorText(is)}.`);
    confidence[at] = { code, before, after };
  }
  return { confidence, changes, added, notes };
}

function dateText(date: string | null): string {
  return date === null ? '' : formatShortDate(date);
}

const SHOWN_CHARACTERS = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS - 1)}…` : line;
}
