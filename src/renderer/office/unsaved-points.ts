import { unsavedWork } from '../api/index.ts';

/** What a dialog says of work that would be lost when another office file is put in place; nothing when all is saved. */
export function unsavedPoints(): readonly string[] {
  const work = unsavedWork();
  return work.length === 0
    ? []
    : [
        `Not saved yet, and lost: ${work.join(', ')}. To keep it, cancel and save it first; it is then in the office that is set aside.`,
      ];
}
