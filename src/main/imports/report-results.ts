import { type DateOrder, wallClockMinutes, wallClockText } from '../../shared/imports/joins.ts';
import { type Join, textOf } from './report-rows.ts';

/** What a report says of someone beside presence, and what of it could not be read. */
export type Results = {
  readonly assessmentPercent: number | null;
  readonly evaluationReturnedOn: string | null;
  readonly notes: readonly string[];
};

const YES = /^(y|yes|x|✓|1|true|returned|completed|ja|oui|sí|si)$/i;
const NO = /^(n|no|0|false|nein|non|-+)$/i;

/** Score and evaluation of one person; a plain yes takes the activity's last day as the date. */
export function readResults(joins: readonly Join[], lastDay: string, order: DateOrder): Results {
  const firstText = (field: 'score' | 'evaluation'): string =>
    joins.map(({ data }) => textOf(data, field)).find((text) => text !== '') ?? '';
  const score = firstText('score');
  const percent = Number(score.replace('%', '').replace(',', '.').trim());
  const scored = score !== '' && percent >= 0 && percent <= 100;
  const returned = firstText('evaluation');
  const on = wallClockMinutes(returned, order);
  const evaluationReturnedOn =
    on !== null ? wallClockText(on).slice(0, 10) : YES.test(returned) ? lastDay : null;
  return {
    assessmentPercent: scored ? percent : null,
    evaluationReturnedOn,
    notes: [
      ...(score !== '' && !scored && !/^-+$/.test(score)
        ? [`The score “${score.slice(0, 20)}” is not between 0 and 100 and is left out.`]
        : []),
      ...(returned !== '' && evaluationReturnedOn === null && !NO.test(returned)
        ? [`The evaluation “${returned.slice(0, 20)}” is neither a date nor yes and is left out.`]
        : []),
    ],
  };
}
