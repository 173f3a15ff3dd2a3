import { Button, TextInput } from '@mantine/core';
import { IsoDate } from '../../../shared/contract/primitives.ts';
import { formatDate } from '../../../shared/format.ts';
import {
  REVIEW_SOON_DAYS,
  reviewMonths,
  reviewState,
  usualReviewBy,
} from '../../../shared/modules/review-cycle.ts';
import { todayHere } from '../review.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';
import type { ModuleEditor } from './use-module-editor.ts';

/** When the content was last looked at, and by when it has to be again. */
export function ReviewFields({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, errors, change } = editor;
  return (
    <div className={classes.stack}>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="Last reviewed"
          value={draft.lastReviewed}
          onChange={(event) => change({ lastReviewed: event.currentTarget.value })}
          error={errors.lastReviewed}
        />
        <TextInput
          type="date"
          label="Review by"
          description={`Home reminds you ${REVIEW_SOON_DAYS} days before.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.reviewBy}
          onChange={(event) => change({ reviewBy: event.currentTarget.value })}
          error={errors.reviewBy}
        />
      </div>
      <UsualDate editor={editor} />
    </div>
  );
}

function UsualDate({ editor }: { readonly editor: ModuleEditor }) {
  const { draft, change } = editor;
  const subject = { domain: draft.domain ?? 'foundations', competencies: draft.competencies } as const;
  const today = todayHere();
  const from = IsoDate.safeParse(draft.lastReviewed).success ? draft.lastReviewed : today;
  const usual = usualReviewBy(subject, from);
  const state = reviewState(draft.reviewBy === '' ? null : draft.reviewBy, today);
  const months = reviewMonths(subject);
  const cycle =
    months === 6
      ? 'Governance and generative AI move fast: such modules are usually reviewed every six months.'
      : 'Modules are usually reviewed every twelve months.';
  if (draft.reviewBy !== '' && state !== 'overdue' && draft.reviewBy <= usual)
    return <p className={classes.soft}>{cycle}</p>;
  const days = { lastReviewed: state === 'overdue' ? today : draft.lastReviewed };
  const next = state === 'overdue' ? usualReviewBy(subject, today) : usual;
  return (
    <Finding
      kind="advice"
      actions={
        <Button size="compact-xs" variant="default" onClick={() => change({ ...days, reviewBy: next })}>
          {state === 'overdue'
            ? `Reviewed today, next by ${formatDate(next)}`
            : `Review by ${formatDate(next)}`}
        </Button>
      }
    >
      {state === 'overdue' ? 'The review is overdue. ' : null}
      {state === 'unset' ? 'Nobody is reminded without a date. ' : null}
      {cycle}
    </Finding>
  );
}
