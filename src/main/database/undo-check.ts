import type { Reader } from './reader.ts';

/**
 * Something that must hold when an act has been undone, where the file itself cannot see to it. Called before the rows are
 * put back, it looks at the file as it is; what it answers is called after, in the same transaction, with the act's title.
 * @throws RoundsError `changes/cannot-undo` from the second call
 */
export type UndoCheck = (read: Reader, changeId: number) => (undone: string) => void;

/** Whether an act touched a table. */
export function touches(read: Reader, changeId: number, table: 'curricula' | 'modules' | 'people'): boolean {
  return (
    read.number('SELECT EXISTS (SELECT 1 FROM audit WHERE change_id = ? AND entity = ?)', changeId, table) ===
    1
  );
}
