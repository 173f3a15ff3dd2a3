import { randomUUID } from 'node:crypto';
import type { LearnerLevel, PathwayAnswer, PathwayRequest } from '../../shared/contract/pathways.ts';
import { RoundsError } from '../../shared/errors.ts';

/** An answer with all that it rests on. */
export type KeptAnswer = {
  readonly personId: number;
  readonly request: PathwayRequest;
  readonly levels: readonly LearnerLevel[];
  readonly answer: PathwayAnswer;
};

/** Answers kept while the program runs: enough for a coordinator who tries one thing after another. */
const MOST_KEPT = 50;

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
}
