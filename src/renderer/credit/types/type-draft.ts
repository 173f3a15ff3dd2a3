import { CreditTypeContent } from '../../../shared/contract/credit.ts';
import type { Profession } from '../../../shared/contract/primitives.ts';
import { formatAmount, readAmount } from '../../../shared/credit/amounts.ts';
import { isMask } from '../../../shared/credit/identifier-mask.ts';

/** A credit type while it is typed: amounts and numbers as text. */
export type TypeDraft = {
  readonly name: string;
  readonly unitOne: string;
  readonly unitMany: string;
  readonly minutesPerUnit: string;
  readonly step: string;
  readonly rounding: CreditTypeContent['rounding'];
  readonly professions: readonly Profession[];
  readonly basis: CreditTypeContent['basis'];
  readonly dailyCap: string;
  readonly secondUnit: string;
  readonly divisor: string;
  readonly evaluationRequired: boolean;
  readonly identifierLabel: string;
  readonly identifierForm: string;
  readonly identifierExample: string;
  readonly statement: string;
  readonly note: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
};

/** What is wrong, by field. */
export type TypeProblems = Readonly<Partial<Record<keyof TypeDraft, string>>>;

/** The draft of a type, or of a new one that holds from a day. */
export function draftOf(type: CreditTypeContent | null, today: string): TypeDraft {
  return {
    name: type?.name ?? '',
    unitOne: type?.unitOne ?? 'credit',
    unitMany: type?.unitMany ?? 'credits',
    minutesPerUnit: String(type?.minutesPerUnit ?? 60),
    step: formatAmount(type?.stepHundredths ?? 25),
    rounding: type?.rounding ?? 'down',
    professions: type?.professions ?? [],
    basis: type?.basis ?? 'time',
    dailyCap: type?.dailyCapHundredths ? formatAmount(type.dailyCapHundredths) : '',
    secondUnit: type?.secondUnit?.many ?? '',
    divisor: type?.secondUnit ? String(type.secondUnit.divisor) : '10',
    evaluationRequired: type?.evaluationRequired ?? false,
    identifierLabel: type?.identifierLabel ?? '',
    identifierForm: type?.identifierForm ?? '',
    identifierExample: type?.identifierExample ?? '',
    statement: type?.statement ?? '',
    note: type?.note ?? '',
    validFrom: type?.validFrom ?? today,
    validTo: type?.validTo ?? '',
    source: type?.source ?? '',
  };
}

/** The content that a draft says, or what is wrong with it. */
export function readDraft(draft: TypeDraft): {
  readonly content: CreditTypeContent | null;
  readonly problems: TypeProblems;
} {
  const step = readAmount(draft.step, 1);
  const cap = draft.dailyCap.trim() === '' ? null : readAmount(draft.dailyCap, 1);
  const minutes = Number(draft.minutesPerUnit);
  const divisor = Number(draft.divisor);
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems['name'] = 'Give the credit type a name.';
  if (draft.unitOne.trim() === '') problems['unitOne'] = 'Name the unit, such as credit.';
  if (draft.unitMany.trim() === '') problems['unitMany'] = 'Name the unit, such as credits.';
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1_440)
    problems['minutesPerUnit'] = 'Type whole minutes from 1 to 1,440.';
  if (step === null || step === 0 || step > 10_000)
    problems['step'] = 'Type a step such as 0.25, with at most two decimals.';
  if (draft.dailyCap.trim() !== '' && (cap === null || cap === 0))
    problems['dailyCap'] = 'Type an amount such as 8, or leave it empty.';
  if (draft.secondUnit.trim() !== '' && (!Number.isInteger(divisor) || divisor < 2 || divisor > 1_000))
    problems['divisor'] = 'Type a whole number from 2 to 1,000.';
  if (draft.identifierForm.trim() !== '' && !isMask(draft.identifierForm))
    problems['identifierForm'] = 'Close each bracket, and put something between.';
  if (draft.validFrom === '') problems['validFrom'] = 'Choose a day.';
  if (draft.validTo !== '' && draft.validTo < draft.validFrom)
    problems['validTo'] = 'Choose a day after the first one.';
  if (Object.keys(problems).length > 0) return { content: null, problems };
  const second = draft.secondUnit.trim();
  const parsed = CreditTypeContent.safeParse({
    name: draft.name,
    unitOne: draft.unitOne,
    unitMany: draft.unitMany,
    minutesPerUnit: minutes,
    stepHundredths: step,
    rounding: draft.rounding,
    professions: draft.professions,
    basis: draft.basis,
    dailyCapHundredths: cap,
    secondUnit: second === '' ? null : { one: second, many: second, divisor },
    evaluationRequired: draft.evaluationRequired,
    identifierLabel: draft.identifierLabel,
    identifierForm: draft.identifierForm,
    identifierExample: draft.identifierExample,
    statement: draft.statement,
    note: draft.note,
    validFrom: draft.validFrom,
    validTo: draft.validTo === '' ? null : draft.validTo,
    source: draft.source,
  });
  if (parsed.success) return { content: parsed.data, problems };
  const field = String(parsed.error.issues[0]?.path[0] ?? 'name');
  return {
    content: null,
    problems: { [field]: 'This is too long, or holds a character that cannot be printed.' },
  };
}
