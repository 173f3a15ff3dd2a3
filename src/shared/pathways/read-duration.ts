const MINUTES_PER_HOUR = 60;
const HOURS = /^(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)(?:\s*(\d+)\s*(?:m|min|mins|minutes?)?)?$/;
const MINUTES = /^(\d+)\s*(?:m|min|mins|minutes?)$/;
const CLOCK = /^(\d+):([0-5]\d)$/;

/**
 * A length of time as people write it, in whole minutes: `9 h 30 min`, `9.5 h`, `570 min`, `9:30`. Null when it does not say
 * its unit or cannot be read.
 */
export function readDuration(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const clock = CLOCK.exec(plain);
  if (clock) return Number(clock[1]) * MINUTES_PER_HOUR + Number(clock[2]);
  const minutes = MINUTES.exec(plain);
  if (minutes) return Number(minutes[1]);
  const hours = HOURS.exec(plain);
  if (!hours) return null;
  const [, whole = '', rest] = hours;
  // 9.5 h 30 min could mean two things.
  if (rest !== undefined && /[.,]/.test(whole)) return null;
  return Math.round(Number(whole.replace(',', '.')) * MINUTES_PER_HOUR) + Number(rest ?? 0);
}
