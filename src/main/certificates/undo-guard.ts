import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import type { Reader } from '../database/index.ts';

/** Certificates in force that were issued after a change to what they award: attendance, results, rules or sessions. */
const RESTING = `WITH touched AS (SELECT entity, entity_key, before, after FROM audit WHERE change_id = ?)
  SELECT count(*) FROM certificates
  JOIN certificate_standing ON certificate_id = certificates.id AND status = 'issued'
  JOIN audit AS issued ON issued.entity = 'certificates' AND issued.entity_key = '{"id":' || certificates.id || '}'
    AND issued.change_id > ?
  WHERE certificates.enrolment_id IN (
      SELECT json_extract(entity_key, '$.enrolment_id') FROM touched WHERE entity = 'attendance'
      UNION
      SELECT json_extract(entity_key, '$.id') FROM touched WHERE entity = 'enrolments'
        AND (${differs('assessment_percent', 'evaluation_returned_on', 'claimed_quarters', 'person_id', 'id')}))
    OR certificates.activity_id IN (
      SELECT json_extract(entity_key, '$.id') FROM touched WHERE entity = 'activities'
        AND (${differs('maximum_quarters', 'rules', 'id')})
      UNION
      SELECT json_extract(coalesce(before, after), '$.activity_id') FROM touched WHERE entity = 'sessions')`;

/**
 * Holds an undo back while certificates rest on the change: they would go on awarding what is no longer on record.
 * @throws RoundsError `changes/cannot-undo`
 */
export function requireNotCertified(read: Reader, changeId: number): void {
  const resting = read.number(RESTING, changeId, changeId);
  if (resting === 0) return;
  const one = resting === 1;
  throw new RoundsError(
    'changes/cannot-undo',
    `This cannot be undone: ${counted(resting, 'certificate', 'certificates')} in force ${one ? 'was' : 'were'} issued on this. ` +
      `Revoke ${one ? 'it' : 'them'} first, or correct the record itself and re-issue ${one ? 'it' : 'them'}.`,
  );
}

/** Whether one of these columns reads otherwise after the change; a row made or removed differs in its id. */
function differs(...columns: readonly string[]): string {
  return columns
    .map((column) => `json_extract(before, '$.${column}') IS NOT json_extract(after, '$.${column}')`)
    .join(' OR ');
}
