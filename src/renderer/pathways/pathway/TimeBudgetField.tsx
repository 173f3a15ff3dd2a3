import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { readDuration } from '../../../shared/pathways/read-duration.ts';
import type { DeskControl } from './use-desk.ts';

const MOST_MINUTES = 100_000;

/** The most time that the pathway may take, as people write it; shown as times are shown everywhere. */
export function TimeBudgetField({
  request,
  onChange,
}: {
  readonly request: PathwayRequest;
  readonly onChange: DeskControl['change'];
}) {
  const { maximumMinutes } = request;
  const shown = maximumMinutes === null ? '' : formatMinutes(maximumMinutes);
  // What is being typed; null while the field shows the request.
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function take(): void {
    if (typed === null) return;
    const minutes = typed.trim() === '' ? null : readDuration(typed);
    if (typed.trim() !== '' && minutes === null) {
      setProblem('Write the time with its unit, such as 9 h 30 min, 9.5 h or 570 min.');
      return;
    }
    if (minutes !== null && minutes > MOST_MINUTES) {
      setProblem(`Enter at most ${formatMinutes(MOST_MINUTES)}, or leave it empty for no limit.`);
      return;
    }
    setProblem(null);
    setTyped(null);
    if (minutes !== maximumMinutes) onChange('Time budget changed', { ...request, maximumMinutes: minutes });
  }

  return (
    <TextInput
      label="Time budget"
      description="Such as 9 h 30 min, 9.5 h or 570 min; empty sets no limit."
      value={typed ?? shown}
      maxLength={40}
      error={problem}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setProblem(null);
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
