import { IconCheck } from '@tabler/icons-react';
import { formatMinutes } from '../../../shared/format.ts';
import classes from './CheckIn.module.css';
import type { Guest } from './use-check-in.ts';

/** The people that the typed letters fit, large enough for a finger. */
export function GuestList({
  id,
  guests,
  chosen,
  minutesOf,
  onPick,
}: {
  readonly id: string;
  readonly guests: readonly Guest[];
  readonly chosen: number;
  readonly minutesOf: (guest: Guest) => number | null;
  readonly onPick: (guest: Guest) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="People that fit" className={classes.guests}>
      {guests.map((guest, index) => {
        const minutes = minutesOf(guest);
        const here = minutes !== null && minutes > 0;
        return (
          <button
            key={guest.enrolmentId}
            id={`${id}-${guest.enrolmentId}`}
            type="button"
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={classes.guest}
            onClick={() => onPick(guest)}
          >
            <span className={classes.guestName}>
              {guest.name}
              {guest.credentials === '' ? null : (
                <span className={classes.credentials}>, {guest.credentials}</span>
              )}
            </span>
            <span className={classes.email}>{guest.email}</span>
            {here ? (
              <span className={classes.here}>
                <IconCheck size={18} aria-hidden />
                Here, {formatMinutes(minutes)}
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}
