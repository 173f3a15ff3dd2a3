import type { Competency } from '../contract/modules.ts';
import type { ReflectionContent, ReflectionSummary } from '../contract/reflections.ts';

/** How a commitment stands on a day. `no date` is open and nobody said when to ask. */
export type CommitmentStanding = 'due' | 'later' | 'no date' | 'kept' | 'partly' | 'not kept';

/** How a commitment stands today (`YYYY-MM-DD`); null when a reflection has none. Due from its follow-up date on. */
export function commitmentStanding(
  { commitment, followUpOn, outcome }: Pick<ReflectionContent, 'commitment' | 'followUpOn' | 'outcome'>,
  today: string,
): CommitmentStanding | null {
  if (commitment.trim() === '') return null;
  if (outcome !== 'open') return outcome;
  if (followUpOn === null) return 'no date';
  return followUpOn <= today ? 'due' : 'later';
}

/**
 * What the reflections of an activity come to. Each person counts once. A competency counts those who rated it both before
 * and after; the means are of those alone, on the anchors 0 to 3. Competencies keep their order; one that nobody rated is
 * left out.
 */
export function summarize(
  enrolled: number,
  reflections: readonly ReflectionContent[],
  competencies: readonly Pick<Competency, 'code' | 'name' | 'domain'>[],
  today: string,
): ReflectionSummary {
  const standings = reflections.map((reflection) => commitmentStanding(reflection, today));
  const standing = (wanted: CommitmentStanding): number =>
    standings.filter((found) => found === wanted).length;
  return {
    enrolled,
    returned: reflections.length,
    commitments: standings.filter((found) => found !== null).length,
    followUps: {
      due: standing('due'),
      later: standing('later'),
      kept: standing('kept'),
      partly: standing('partly'),
      notKept: standing('not kept'),
    },
    confidence: competencies.flatMap(({ code, name, domain }) => {
      const rated = reflections.flatMap(({ confidence }) =>
        confidence.filter((rating) => rating.code === code),
      );
      if (rated.length === 0) return [];
      const mean = (side: 'before' | 'after'): number =>
        rated.reduce((sum, rating) => sum + rating[side], 0) / rated.length;
      return {
        code,
        name,
        domain,
        answers: rated.length,
        meanBefore: mean('before'),
        meanAfter: mean('after'),
        raised: rated.filter(({ before, after }) => after > before).length,
        lowered: rated.filter(({ before, after }) => after < before).length,
      };
    }),
  };
}
