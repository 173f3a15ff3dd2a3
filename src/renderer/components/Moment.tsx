import { formatInstant, formatInstantDay } from '../../shared/format.ts';
import { useRead } from '../api/index.ts';

/** The time zone that the office works in; the computer's while no office can be read. */
export function useOfficeZone(): string {
  const office = useRead('office.get', {});
  return office.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A UTC instant as the office's clock and calendar show it; with `day`, the day alone. */
export function Moment({ at, day = false }: { readonly at: string; readonly day?: boolean }) {
  const zone = useOfficeZone();
  if (!day) return formatInstant(at, zone);
  return <span title={formatInstant(at, zone)}>{formatInstantDay(at, zone)}</span>;
}
