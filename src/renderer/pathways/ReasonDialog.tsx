import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './Pathways.module.css';

/** What a reason is asked for. */
export type Question = {
  readonly title: string;
  /** What follows from it, one sentence. */
  readonly consequence: string;
  readonly button: string;
  readonly onReason: (reason: string) => void;
};

/** Asks for a short reason, which stays on record, before something is decided by hand. */
export function ReasonDialog({
  question,
  onClose,
}: {
  readonly question: Question | null;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened={question !== null} onClose={onClose} title={question?.title ?? ''}>
      {question ? <Ask key={question.title} question={question} onClose={onClose} /> : null}
    </Modal>
  );
}

function Ask({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < 3;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    onClose();
    question.onReason(reason.trim());
  }

  return (
    <form onSubmit={submit} noValidate className={classes.stack}>
      <p className={classes.plain}>{question.consequence}</p>
      <TextInput
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && missing ? 'Say in a few words why: it stays on record.' : null}
        maxLength={300}
        required
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">{question.button}</Button>
      </div>
    </form>
  );
}
