import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { formatMinutes } from '../../../shared/format.ts';
import classes from './CheckIn.module.css';
import type { DoorAnswer as Answer } from './use-check-in.ts';

/** A yes or no that is read from two steps away. */
export function DoorAnswer({
  answer,
  onTakeBack,
}: {
  readonly answer: Answer | null;
  readonly onTakeBack: () => void;
}) {
  return (
    <div className={classes.answerPlace} role="status" aria-live="assertive">
      {answer ? (
        <div className={classes.answer} data-kind={answer.kind}>
          <Sign kind={answer.kind} />
          <div>
            <p className={classes.answerName}>
              {answer.guest.name}
              {answer.guest.credentials === '' ? '' : `, ${answer.guest.credentials}`}
            </p>
            <p>{wordsOf(answer)}</p>
          </div>
          {answer.kind === 'in' && answer.changeId !== null ? (
            <Button
              variant="default"
              size="md"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={onTakeBack}
            >
              Undo
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Sign({ kind }: { readonly kind: Answer['kind'] }) {
  switch (kind) {
    case 'in':
      return <IconCircleCheck size={40} aria-hidden />;
    case 'already':
    case 'out':
      return <IconInfoCircle size={40} aria-hidden />;
    case 'over':
      return <IconAlertTriangle size={40} aria-hidden />;
  }
}

function wordsOf(answer: Answer): string {
  switch (answer.kind) {
    case 'in':
      return `Checked in for ${formatMinutes(answer.minutes)}.`;
    case 'already':
      return `Is here already, with ${formatMinutes(answer.minutes)}. Nothing was changed.`;
    case 'over':
      return 'This session is over. Choose another session, or record the whole session.';
    case 'out':
      return 'Taken back: not checked in.';
  }
}
