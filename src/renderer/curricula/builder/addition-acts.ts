import type { Module } from '../../../shared/contract/modules.ts';
import { withAdded } from '../../../shared/curricula/outline-edits.ts';
import { withAllMended, withGapMended } from '../../../shared/curricula/outline-mending.ts';
import { moduleKey, type Outline } from '../../../shared/curricula/outline-rows.ts';
import { counted } from '../../../shared/format.ts';
import { showDone } from '../../api/index.ts';
import type { Library } from '../library.ts';
import { mendedInWords } from './mended-words.ts';
import type { OutlineActs } from './outline-acts.ts';
import { numberInWords } from './outline-words.ts';

/** The acts that add to an outline or mend it: the same beside the outline and on the screen of insight. */
export type AdditionActs = Pick<OutlineActs, 'add' | 'mend' | 'mendAll'>;

/** What these acts work on. */
export type AdditionPlace = {
  readonly items: () => Outline;
  readonly library: () => Library;
  /** Keeps an edit under words for Undo; false when it changes nothing or cannot be kept. */
  readonly put: (label: string, next: Outline) => boolean;
  /** Says what an addition did. */
  readonly say: (words: string) => void;
};

/** Makes the acts of a place. Where a mended module went is said on the screen: it may be far from what is looked at. */
export function additionActs({ items, library, put, say }: AdditionPlace): AdditionActs {
  function mended(label: string, next: Outline, words: (before: Outline) => string): void {
    const before = items();
    if (next === before) showDone('This cannot be mended here: open the module that is required.', null);
    else if (put(label, next)) showDone(words(before), null);
  }
  return {
    add(modules, at) {
      const next = withAdded(items(), modules, library().byId, at);
      const [first] = modules;
      if (!first || next === items()) return say('Already in the curriculum.');
      const what = addedInWords(modules, first);
      const words = `Added ${what} as ${numberInWords(next, new Set(modules.map(({ id }) => moduleKey(id))))}`;
      if (put(words, next)) say(words);
    },
    mend(gap) {
      const title = library().byCode.get(gap.prerequisite)?.title ?? gap.prerequisite;
      const label = `${doneTo(gap.kind)} ${title} before ${gap.moduleTitle}`;
      const next = withGapMended(items(), gap, library());
      mended(label, next, (before) => mendedInWords(label, gap, before, next, library()));
    },
    mendAll() {
      const next = withAllMended(items(), library());
      mended('Mended the prerequisites', next, (before) =>
        mendedInWords('Mended the prerequisites', null, before, next, library()),
      );
    },
  };
}

function addedInWords(modules: readonly Module[], first: Module): string {
  return modules.length === 1 ? first.title : counted(modules.length, 'module', 'modules');
}

function doneTo(kind: Parameters<AdditionActs['mend']>[0]['kind']): string {
  switch (kind) {
    case 'missing':
      return 'Added';
    case 'later':
      return 'Moved';
    case 'elective':
      return 'Required';
  }
}
