import type { ReflectionSummary } from '../../shared/contract/reflections.ts';
import { formatCount } from '../../shared/format.ts';
import { Figure } from '../components/index.ts';
import classes from './Reflections.module.css';

/** The figures of an outcome summary, each with how it is counted. */
export function OutcomeFigures({ summary }: { readonly summary: ReflectionSummary }) {
  return (
    <div className={classes.figures}>
      {figuresOf(summary).map(({ label, value, rule }) => (
        <Figure key={label} label={label} value={value} detail={rule} />
      ))}
    </div>
  );
}

/** A figure with its caption and its counting rule. */
export type OutcomeFigure = { readonly label: string; readonly value: string; readonly rule: string };

/** The figures in their order, for the screen and for paper. */
export function figuresOf({
  enrolled,
  returned,
  commitments,
  followUps,
}: ReflectionSummary): readonly OutcomeFigure[] {
  const { due, later, kept, partly, notKept } = followUps;
  const asked = kept + partly + notKept;
  const undated = commitments - due - later - asked;
  return [
    {
      label: 'reflections returned',
      value: `${formatCount(returned)} of ${formatCount(enrolled)}`,
      rule: `${Math.round((100 * returned) / enrolled)}% of those enrolled, each person once`,
    },
    {
      label: 'commitments to change',
      value: formatCount(commitments),
      rule: 'Reflections with a commitment',
    },
    {
      label: 'to follow up now',
      value: formatCount(due),
      rule: `Open, the day has come; ${formatCount(later)} later, ${formatCount(undated)} without a day`,
    },
    {
      label: 'kept',
      value: formatCount(kept),
      rule: `Of ${formatCount(asked)} followed up, as the learner reports`,
    },
    { label: 'partly kept', value: formatCount(partly), rule: `Of ${formatCount(asked)} followed up` },
    { label: 'not kept', value: formatCount(notKept), rule: `Of ${formatCount(asked)} followed up` },
  ];
}
