import type { CommitmentStanding } from '../../shared/reflections/summary.ts';
import type { Tone } from '../components/index.ts';

/** How a commitment stands, in the coordinator's words. */
export const STANDINGS: Readonly<
  Record<CommitmentStanding, { readonly label: string; readonly tone: Tone }>
> = {
  due: { label: 'Follow up now', tone: 'warning' },
  later: { label: 'Later', tone: 'info' },
  'no date': { label: 'No date', tone: 'neutral' },
  kept: { label: 'Kept', tone: 'good' },
  partly: { label: 'Partly kept', tone: 'info' },
  'not kept': { label: 'Not kept', tone: 'bad' },
};

/**
 * What self-rated confidence does not show (Davis et al., JAMA 2006: of 20 comparisons of self-assessment with observed
 * measures, 13 showed little, no or an inverse relation).
 */
export const CAUTION =
  'Confidence is not competence: how people rate themselves relates weakly to what observers see, least of all among the least skilled and the most confident (Davis and others, JAMA 2006). These figures show what learners felt and intend; they say nothing about patient outcomes.';

/** A mean on the anchors 0 to 3, with one decimal. */
export function meanText(mean: number): string {
  return mean.toFixed(1);
}
