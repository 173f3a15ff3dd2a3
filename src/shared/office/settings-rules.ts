import type { OfficeSettings } from '../contract/office.ts';

/**
 * What must hold of an office beside the form of each field. Answers one sentence with the next step, or null.
 * A state-accredited provider names its recognized accreditor, since that name stands in its accreditation statement
 * (reference/accreditation.md 1.2).
 */
export function checkOffice(
  settings: Pick<OfficeSettings, 'accreditor' | 'stateSociety' | 'timeZone' | 'signatories'>,
): string | null {
  if (settings.accreditor === 'state' && settings.stateSociety.trim() === '')
    return 'Name the state medical society that accredits you: it is printed in the accreditation statement.';
  if (!isTimeZone(settings.timeZone))
    return `“${settings.timeZone}” is not a time zone. Choose one from the list, such as America/New_York.`;
  const ids = settings.signatories.map(({ id }) => id).filter((id) => id !== null);
  if (new Set(ids).size !== ids.length) return 'The same signatory stands there twice. Remove one of the two.';
  return null;
}

/** Whether a name such as `America/Denver` is a time zone that this computer knows. */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl and are not zones: they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
