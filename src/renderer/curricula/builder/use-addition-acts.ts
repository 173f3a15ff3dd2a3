import { useMemo, useRef } from 'react';
import { outlineProblem } from '../../../shared/curricula/outline-edits.ts';
import { showDone } from '../../api/index.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { Library } from '../library.ts';
import { type AdditionActs, additionActs } from './addition-acts.ts';

/** Adding to the outline and mending it where the outline is not on the screen: every act says what it did. */
export function useAdditionActs(draft: Draft, library: Library): AdditionActs {
  const work = useRef({ draft, library });
  work.current = { draft, library };
  return useMemo(
    () =>
      additionActs({
        items: () => work.current.draft.content.items,
        library: () => work.current.library,
        put(label, next) {
          const problem = outlineProblem(next);
          if (problem) showDone(problem, null);
          else work.current.draft.edit(label, { items: [...next] });
          return !problem;
        },
        say: (words) => showDone(`${words}.`.replace(/\.\.$/, '.'), null),
      }),
    [],
  );
}
