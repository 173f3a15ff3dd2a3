import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Module, ModulePatch } from '../../../shared/contract/modules.ts';
import { IsoDate } from '../../../shared/contract/primitives.ts';
import { counted } from '../../../shared/format.ts';
import { addMonths, reviewMonths } from '../../../shared/modules/review-cycle.ts';
import { todayHere } from '../review.ts';
import { ApplyPanel } from './ApplyPanel.tsx';

/** Marks modules as reviewed, and says by when they are to be looked at again: by their usual cycle or on one day. */
export function ReviewPanel({
  modules,
  onClose,
  onDone,
}: {
  readonly modules: readonly Module[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const today = todayHere();
  const [reviewedOn, setReviewedOn] = useState(today);
  const [next, setNext] = useState<'usual' | 'chosen'>('usual');
  const [chosen, setChosen] = useState(addMonths(today, 12));
  const halfYearly = modules.filter((module) => reviewMonths(module) === 6).length;
  const problem = dateProblem(reviewedOn, today, next === 'chosen' ? chosen : null);
  const patch: ModulePatch =
    problem === null ? { lastReviewed: reviewedOn, reviewBy: next === 'usual' ? 'usual' : chosen } : {};
  return (
    <ApplyPanel
      title={`Mark ${counted(modules.length, 'module', 'modules')} as reviewed`}
      action="Mark as reviewed"
      modules={modules}
      patch={patch}
      problem={problem}
      done={(count) => `Marked ${count} as reviewed.`}
      onClose={onClose}
      onDone={onDone}
    >
      <TextInput
        type="date"
        label="Reviewed on"
        value={reviewedOn}
        onChange={(event) => setReviewedOn(event.currentTarget.value)}
      />
      <Radio.Group
        label="Next review"
        description={`${cycleWords(halfYearly, modules.length - halfYearly)} Governance and generative AI move fast: six months. Everything else: twelve.`}
        value={next}
        onChange={(value) => setNext(value === 'chosen' ? 'chosen' : 'usual')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="usual" label="By the usual cycle of each module" />
          <Radio value="chosen" label="All on one day" />
        </Stack>
      </Radio.Group>
      {next === 'chosen' ? (
        <TextInput
          type="date"
          label="Review by"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
    </ApplyPanel>
  );
}

function cycleWords(halfYearly: number, yearly: number): string {
  if (yearly === 0) return '';
  if (halfYearly === 0) return '';
  return `${halfYearly} of these every six months, ${yearly} every twelve.`;
}

function dateProblem(reviewedOn: string, today: string, reviewBy: string | null): string | null {
  if (!IsoDate.safeParse(reviewedOn).success) return 'Choose the day of the review.';
  if (reviewedOn > today) return 'A review cannot lie in the future. Choose today or an earlier day.';
  if (reviewBy === null) return null;
  if (!IsoDate.safeParse(reviewBy).success) return 'Choose the day of the next review.';
  return reviewBy < reviewedOn ? 'The next review is before this one. Choose a later day.' : null;
}
