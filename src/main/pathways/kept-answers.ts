import { createHash, randomUUID } from 'node:crypto';
import type { LearnerLevel } from '../../shared/contract/learners.ts';
import type { PathwayAnswer } from '../../shared/contract/pathway-answer.ts';
import type { PathwayRequest } from '../../shared/contract/pathway-request.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { PathwayProblem } from '../../shared/pathways/problem.ts';

/** An answer with all that it rests on. */
export type KeptAnswer = {
  readonly personId: number;
  readonly request: PathwayRequest;
  readonly levels: readonly LearnerLevel[];
  readonly answer: PathwayAnswer;
  /** The day that counted as today, `YYYY-MM-DD`. */
  readonly today: string;
  /** @see questionKey */
  readonly question: string;
};

/** Answers kept while the program runs: enough for a coordinator who tries one thing after another. */
const MOST_KEPT = 50;

/** Tells one question from another: the person and everything that the answer depends on. */
export function questionKey(personId: number, problem: PathwayProblem): string {
  return createHash('sha256')
    .update(JSON.stringify([personId, problem]))
    .digest('base64');
}

/** Answers of this engine that may still be saved; the oldest go first. */
export class KeptAnswers {
  readonly #byId = new Map<string, KeptAnswer>();

  /** Keeps an answer and says under which id. */
  keep(answer: KeptAnswer): string {
    const id = randomUUID();
    this.#byId.set(id, answer);
    for (const oldest of this.#byId.keys()) {
      if (this.#byId.size <= MOST_KEPT) break;
      this.#byId.delete(oldest);
    }
    return id;
  }

  /** The answer to a question that was proven before; null when there is none. It counts as the newest from here on. */
  answerTo(question: string): { readonly answerId: string; readonly answer: PathwayAnswer } | null {
    for (const [answerId, kept] of this.#byId) {
      if (kept.question !== question || kept.answer.status === 'unfinished') continue;
      this.#byId.delete(answerId);
      this.#byId.set(answerId, kept);
      return { answerId, answer: kept.answer };
    }
    return null;
  }

  /** @throws RoundsError `pathways/answer-gone` */
  require(id: string): KeptAnswer {
    const kept = this.#byId.get(id);
    if (!kept)
      throw new RoundsError(
        'pathways/answer-gone',
        'This pathway is not in memory any more. Compute it again, then save it.',
      );
    return kept;
  }

  /** Forgets all: another file stands behind the engine, in which ids mean other people. */
  clear(): void {
    this.#byId.clear();
  }
}
