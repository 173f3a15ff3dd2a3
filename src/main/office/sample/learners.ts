import { addDays } from '../../../shared/activities/schedule.ts';
import type { EvidenceKind, NewEvidence, ShownLevel } from '../../../shared/contract/learners.ts';
import type { Services } from '../../engine/handlers.ts';
import { act } from './act.ts';
import { pseudoRandom } from './pictures.ts';

/** People of the running activity who rated themselves; the others show that evidence may be missing. */
const SELF_RATED = 14;

/**
 * What some learners show: self-ratings of about half of a cohort, tests and observations of a few, one level set by hand,
 * and a saved pathway for one of them.
 */
export async function addLearners(
  services: Services,
  personIds: readonly number[],
  today: string,
): Promise<void> {
  const competencies = await act(services, 'competencies.list', {});
  const random = pseudoRandom(41);
  for (const personId of personIds.slice(0, SELF_RATED)) {
    const evidence = competencies
      .filter(() => random() < 0.6)
      .map(({ code }) => piece(code, shown(Math.floor(random() * 4)), 'self-rating', addDays(today, -30)));
    if (evidence.length > 0) await act(services, 'learners.recordEvidence', { personId, evidence });
  }
  const [first, second, third] = personIds;
  if (first === undefined || second === undefined || third === undefined) return;
  await record(services, first, [
    piece('F1', 2, 'assessment', addDays(today, -21), 'Entry test, 24 of 30 points'),
    piece('C2', 1, 'assessment', addDays(today, -21), 'Entry test, 24 of 30 points'),
    piece('C5', 2, 'observation', addDays(today, -12), 'Rosa Lindqvist, MD, at rounds'),
  ]);
  await record(services, second, [
    piece('F2', 1, 'assessment', addDays(today, -21), 'Entry test, 17 of 30 points'),
    piece('G1', 2, 'observation', addDays(today, -9), 'Daniel Osei, MEd, in the ethics seminar'),
  ]);
  await record(services, third, [
    {
      ...piece('I1', 3, 'override', addDays(today, -6), 'Digital health office'),
      reason: 'Has led the hospital’s AI steering group for three years.',
    },
  ]);
  await savePathway(services, first);
}

async function record(services: Services, personId: number, evidence: readonly NewEvidence[]): Promise<void> {
  await act(services, 'learners.recordEvidence', { personId, evidence: [...evidence] });
}

/** The pathway of one learner to what the certification asks for, as far as it can be had. */
async function savePathway(services: Services, personId: number): Promise<void> {
  const templates = await act(services, 'templates.list', {});
  const template = templates.find(({ code }) => code === 'T-02');
  const { group } = await act(services, 'learners.levels', { personId });
  const { answerId, answer } = await act(services, 'pathways.solve', {
    personId,
    request: {
      specialty: group.code,
      practiceArea: '',
      targets: template?.targets ?? {},
      creditQuarters: 0,
      maximumMinutes: null,
      domainMinutes: {},
      include: [],
      exclude: [],
      waived: [],
    },
  });
  if (answer.status !== 'solved') return;
  await act(services, 'pathways.save', { answerId, title: 'To responsible clinical use of AI' });
}

function piece(
  competencyCode: string,
  level: ShownLevel,
  kind: EvidenceKind,
  datedOn: string,
  source = '',
): NewEvidence {
  return { competencyCode, level, kind, datedOn, source, reason: '' };
}

function shown(level: number): ShownLevel {
  if (level >= 3) return 3;
  if (level === 2) return 2;
  return level === 1 ? 1 : 0;
}
