import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import type { Reader, UndoCheck } from '../database/index.ts';

/** What the amounts of claims are read by: they mean something else when one of these is put back. */
const MEANING = ['minutes_per_unit', 'unit_one', 'unit_many', 'step_hundredths', 'basis'] as const;

/** Whether claims read otherwise by the row `before` than by the columns given. */
function differs(column: (name: string) => string): string {
  return MEANING.map((name) => `before ->> '${name}' IS NOT ${column(name)}`).join(' OR ');
}

/**
 * Claims stay in what they were made in: no undo gives a type back another unit, step or basis beneath claims recorded since,
 * and none brings back claims of a type whose unit, step or basis is another by now.
 */
export const claimsKeepTheirUnit: UndoCheck = (read, changeId) => {
  const [type] = claimedSince(read, changeId);
  const [returning] = returningClaims(read, changeId);
  return (undone) => {
    if (type)
      throw new RoundsError(
        'changes/cannot-undo',
        `“${undone}” cannot be undone: ${counted(type.claims, 'claim', 'claims')} of ${type.name} ${type.claims === 1 ? 'was' : 'were'} recorded since, in ${type.unit}. Retire this type and add a new one instead.`,
      );
    if (returning)
      throw new RoundsError(
        'changes/cannot-undo',
        `“${undone}” cannot be undone: it would bring back claims of ${returning.name}, whose unit, step or basis is another since. Record the claims anew, or undo the change of the credit type first.`,
      );
  };
};

/** Types that the change gave another meaning and that have been claimed since. */
function claimedSince(
  read: Reader,
  changeId: number,
): readonly { readonly name: string; readonly unit: string; readonly claims: number }[] {
  return read.rows(
    `SELECT name, unit_many AS unit,
       (SELECT count(*) FROM credit_claims WHERE type_id = credit_types.id AND EXISTS (
          SELECT 1 FROM audit AS recorded WHERE recorded.entity = 'credit_claims' AND recorded.change_id > ?
            AND recorded.entity_key = json_object('enrolment_id', credit_claims.enrolment_id, 'type_id', type_id))) AS claims
     FROM audit JOIN credit_types ON credit_types.id = entity_key ->> 'id'
     WHERE change_id = ? AND entity = 'credit_types' AND before IS NOT NULL AND after IS NOT NULL
       AND (${differs((name) => `after ->> '${name}'`)}) AND claims > 0
     ORDER BY audit.id`,
    changeId,
    changeId,
  );
}

/** Types of which the undo of the change would bring back claims, and which mean something else by now. */
function returningClaims(read: Reader, changeId: number): readonly { readonly name: string }[] {
  return read.rows(
    `SELECT name FROM credit_types
       JOIN audit AS since ON since.id = (SELECT min(id) FROM audit
         WHERE entity = 'credit_types' AND entity_key = json_object('id', credit_types.id) AND change_id > ?)
     WHERE credit_types.id IN (SELECT entity_key ->> 'type_id' FROM audit
         WHERE change_id = ? AND entity = 'credit_claims' AND before IS NOT NULL)
       AND (${differs((name) => `credit_types.${name}`)})
     ORDER BY position`,
    changeId,
    changeId,
  );
}
