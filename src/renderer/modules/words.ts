import { formatCredits } from '../../shared/format.ts';

/** `1 credit`, `0.75 credits`. */
export function creditsInWords(quarters: number): string {
  return quarters === 4 ? '1 credit' : `${formatCredits(quarters)} credits`;
}
