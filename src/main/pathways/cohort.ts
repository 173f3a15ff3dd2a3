import type { Output } from '../../shared/contract/index.ts';
import type { LearnerGroup } from '../../shared/contract/learners.ts';
import type { Targets } from '../../shared/contract/modules.ts';
import { RoundsError } from '../../shared/errors.ts';
import { cohortGaps } from '../../shared/pathways/cohort-gaps.ts';
import { shownLevels } from '../../shared/pathways/learner-levels.ts';
import { requireActivity } from '../activities/index.ts';
import { listCompetencies, listModules } from '../modules/index.ts';
import { learnerGroups } from './learner-groups.ts';
import { enrolledLearners, enrolledRecords, NOTHING_KNOWN } from './learner-records.ts';
import { requireCompetencies, type SolveServices } from './solve.ts';

/**
 * What everyone enrolled in an activity lacks against targets, and the fewest modules that close most of it. Each person counts
 * with the group of {@link learnerGroups}.
 * @throws RoundsError `activities/not-found`, `pathways/no-targets`, `pathways/cancelled`, `request/invalid`
 */
export async function cohort(
  { read, solver }: SolveServices,
  activityId: number,
  targets: Targets,
): Promise<Output<'pathways.cohort'>> {
  requireActivity(read, activityId);
  const competencies = listCompetencies(read);
  if (Object.keys(targets).length === 0)
    throw new RoundsError(
      'pathways/no-targets',
      'Nothing is asked for yet. Choose a template or set targets.',
    );
  requireCompetencies(targets, new Set(competencies.map(({ code }) => code)));
  const people = enrolledLearners(read, activityId);
  const records = enrolledRecords(read, activityId);
  const groups = learnerGroups(read, people);
  const groupOf = (index: number): LearnerGroup => groups[index] ?? { code: '', pathwayId: null };
  const learners = people.map(({ personId }, index) => {
    const record = records.get(personId) ?? NOTHING_KNOWN;
    const group = groupOf(index).code;
    return {
      specialty: group,
      levels: shownLevels(competencies, record, group),
      completed: new Set(record.completed.map(({ code }) => code)),
    };
  });
  const count = cohortGaps(learners, targets, competencies, listModules(read));
  const result = await solver.solve(`activity ${activityId}`, { kind: 'cohort', problem: count.cover });
  const byCode = new Map(competencies.map((competency) => [competency.code, competency]));
  return {
    people: people.length,
    gaps: count.gaps,
    competencies: count.competencies.flatMap(({ code, target, atLevel, below }) => {
      const competency = byCode.get(code);
      return competency
        ? { code, name: competency.name, domain: competency.domain, target, atLevel, below }
        : [];
    }),
    learners: people.map(({ personId, name, profession, specialty }, index) => ({
      personId,
      name,
      profession,
      specialty,
      group: groupOf(index),
      gaps: [...(count.gapsOf[index] ?? [])],
      known: records.has(personId),
    })),
    sets: result.kind === 'cohort' ? result.sets.map((set) => ({ ...set, modules: [...set.modules] })) : [],
    searched: result.kind === 'cohort',
    unreachable: count.unreachable,
  };
}
