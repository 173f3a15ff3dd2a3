import type { ReactNode } from 'react';
import type { Module } from '../../../shared/contract/modules.ts';
import { audienceNames, formatName, trackName } from '../../../shared/curricula/words.ts';
import { formatDate, sentenceCase } from '../../../shared/format.ts';
import { Section, StatusBadge } from '../../components/index.ts';
import { moduleReview, todayHere } from '../review.ts';
import { originName } from '../standing.ts';
import classes from './Page.module.css';

/** How the module is taught, for whom, where it comes from and when it is to be looked at again. */
export function ModuleFacts({ module }: { readonly module: Module }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Format', formatName(module.format)],
    ['AMA format', sentenceCase(module.amaLearningFormat)],
    ['Track', trackName(module.track)],
    ['Audience', audienceNames(module.audience)],
    ...(module.specialtyFocus.length > 0 ? ([['Focus', audienceNames(module.specialtyFocus)]] as const) : []),
    ['Reviewed', module.lastReviewed === null ? 'Not yet' : formatDate(module.lastReviewed)],
    ['Review by', <ReviewBy key="review" module={module} />],
    ['Origin', originName(module)],
  ];
  return (
    <Section title="At a glance">
      <table className={classes.facts} aria-label="At a glance">
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function ReviewBy({ module }: { readonly module: Module }) {
  if (module.reviewBy === null) return 'Not set';
  const state = moduleReview(module, todayHere());
  return (
    <>
      {formatDate(module.reviewBy)}{' '}
      {state === 'overdue' || state === 'soon' ? (
        <StatusBadge tone="warning">{state === 'overdue' ? 'Overdue' : 'Due soon'}</StatusBadge>
      ) : null}
    </>
  );
}
