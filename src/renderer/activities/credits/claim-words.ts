import { counted } from '../../../shared/format.ts';

/** What is said of claims that stayed when all that attendance allows was claimed; empty for none, otherwise after a space. */
export function keptInWords(kept: number): string {
  if (kept === 0) return '';
  return ` ${counted(kept, 'claim was', 'claims were')} left as ${kept === 1 ? 'it was' : 'they were'}: nothing can be claimed there now.`;
}
