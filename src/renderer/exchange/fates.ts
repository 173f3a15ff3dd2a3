import type { ExchangeFate, ExchangeRehearsal, ExchangeRow } from '../../shared/contract/exchange.ts';
import { counted, formatCount } from '../../shared/format.ts';
import type { Tone } from '../components/index.ts';

/** Fates in the order in which they want to be looked at. */
export const FATES = ['error', 'changes', 'new', 'same'] as const satisfies readonly ExchangeFate[];

const LABELS: Readonly<Record<ExchangeFate, string>> = {
  error: 'Cannot be imported',
  changes: 'Changes',
  new: 'New',
  same: 'Same as here',
};

const TONES: Readonly<Record<ExchangeFate, Tone>> = {
  error: 'bad',
  changes: 'info',
  new: 'good',
  same: 'neutral',
};

/** A fate in the coordinator's words. */
export function fateLabel(fate: ExchangeFate): string {
  return LABELS[fate];
}

/** The tone of a fate's badge. */
export function fateTone(fate: ExchangeFate): Tone {
  return TONES[fate];
}

/** Whether importing the row would write something. */
export function writes({ fate }: Pick<ExchangeRow, 'fate'>): boolean {
  return fate === 'new' || fate === 'changes';
}

/** Whether the row is passed over unless it is asked for: a curriculum that reads the same as a draft. */
export function canBeCopied({ what, fate }: Pick<ExchangeRow, 'what' | 'fate'>): boolean {
  return what === 'curriculum' && fate === 'same';
}

/** What a file comes to, in one sentence. */
export function summaryOf({ counts, total, form }: ExchangeRehearsal): string {
  const one = total === 1;
  const what = form === 'csv' ? counted(total, 'module', 'modules') : counted(total, 'entry', 'entries');
  const parts = [
    counts.new > 0 ? `${formatCount(counts.new)} ${counts.new === 1 ? 'is' : 'are'} new` : null,
    counts.changes > 0
      ? `${formatCount(counts.changes)} ${counts.changes === 1 ? 'changes' : 'change'} what is here`
      : null,
    counts.same > 0
      ? `${formatCount(counts.same)} ${counts.same === 1 ? 'reads' : 'read'} the same as here`
      : null,
    counts.error > 0 ? `${formatCount(counts.error)} cannot be imported` : null,
  ].filter((part) => part !== null);
  if (one)
    return `The file has one ${form === 'csv' ? 'module' : 'entry'}: it ${ONE[FATES.find((fate) => counts[fate] > 0) ?? 'same']}.`;
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : parts[0];
  return `Of ${what}, ${list ?? 'none is new'}.`;
}

const ONE: Readonly<Record<ExchangeFate, string>> = {
  new: 'is new',
  changes: 'changes what is here',
  same: 'reads the same as here',
  error: 'cannot be imported',
};
