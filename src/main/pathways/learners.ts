import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted, formatDate } from '../../shared/format.ts';
import { learnerLevels } from '../../shared/pathways/learner-levels.ts';
import type { Reader, Writer } from '../database/index.ts';
import { listCompetencies } from '../modules/index.ts';
import { learnerGroup } from './learner-groups.ts';
import { learnerRecord, officeToday, requireLearner } from './learner-records.ts';

/** What a learner shows today, with everything that it rests on. @throws RoundsError `people/not-found` */
export function getLearner(read: Reader, personId: number): Output<'learners.levels'> {
  const learner = requireLearner(read, personId);
  const record = learnerRecord(read, personId);
  const group = learnerGroup(read, learner);
  return {
    levels: [...learnerLevels(listCompetencies(read), record, group.code)],
    evidence: [...record.evidence],
    completed: record.taught.map(({ code, title, activityId, activityTitle, completedOn }) => ({
      code,
      title,
      activityId,
      activityTitle,
      completedOn,
    })),
    group,
  };
}

/**
 * Records evidence of what a learner shows: all of it, or nothing.
 * @throws RoundsError `people/not-found`, `evidence/future`, `evidence/reason-missing`, `request/invalid`
 */
export function recordEvidence(write: Writer, input: ParsedInput<'learners.recordEvidence'>): void {
  const { name } = requireLearner(write, input.personId);
  const known = new Set(listCompetencies(write).map(({ code }) => code));
  const today = officeToday(write, write.now);
  for (const evidence of input.evidence) {
    if (!known.has(evidence.competencyCode))
      throw new RoundsError(
        'request/invalid',
        `There is no competency ${evidence.competencyCode}. Choose one from the list.`,
      );
    if (evidence.datedOn > today)
      throw new RoundsError(
        'evidence/future',
        `The evidence for ${evidence.competencyCode} is dated ${formatDate(evidence.datedOn)}, which is still to come. Enter the day on which it was shown.`,
      );
    if (evidence.kind === 'override' && evidence.reason === '')
      throw new RoundsError(
        'evidence/reason-missing',
        `Say why ${evidence.competencyCode} is set by hand: the reason stays on record.`,
      );
  }
  const [only, ...more] = input.evidence;
  write.describe(
    only && more.length === 0
      ? `Recorded level ${only.level} in ${only.competencyCode} for ${name}`
      : `Recorded levels in ${counted(new Set(input.evidence.map((one) => one.competencyCode)).size, 'competency', 'competencies')} for ${name}`,
    reasons(input.evidence),
  );
  for (const { competencyCode, level, kind, datedOn, source, reason } of input.evidence)
    write.insert('evidence', {
      person_id: input.personId,
      competency_code: competencyCode,
      level,
      kind,
      dated_on: datedOn,
      source,
      reason,
      recorded_at: write.now,
    });
}

/** Takes one piece of evidence off the record; the audit keeps it. @throws RoundsError `evidence/not-found` */
export function removeEvidence(write: Writer, id: number, reason: string): void {
  const row = write.first(write.from.selectFrom('evidence').selectAll().where('id', '=', id));
  if (!row) throw new RoundsError('evidence/not-found', 'This evidence is not there any more. Reload.');
  const { name } = requireLearner(write, row.person_id);
  write.describe(`Removed level ${row.level} in ${row.competency_code} of ${name}`, reason);
  write.remove('evidence', { id });
}

function reasons(evidence: ParsedInput<'learners.recordEvidence'>['evidence']): string | null {
  const given = [...new Set(evidence.map((one) => one.reason).filter((reason) => reason !== ''))];
  return given.length === 0 ? null : given.join('; ');
}
