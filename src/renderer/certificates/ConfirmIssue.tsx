import { Button, Modal } from '@mantine/core';
import type { IssuePlan } from '../../shared/contract/certificates.ts';
import classes from './Certificates.module.css';
import { whatIssuingDoes } from './issue-words.ts';
import { certificatesInWords } from './words.ts';

/** Says exactly what issuing will do, since it cannot be undone. */
export function ConfirmIssue({
  opened,
  chosen,
  ready,
  held,
  onClose,
  onConfirm,
}: {
  readonly opened: boolean;
  readonly chosen: IssuePlan['ready'];
  readonly ready: number;
  readonly held: number;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const what = certificatesInWords(chosen.length);
  return (
    <Modal opened={opened} onClose={onClose} title={`Issue ${what}?`} size="lg">
      <ul className={classes.consequence}>
        {whatIssuingDoes(chosen, ready, held).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Not yet
        </Button>
        <Button onClick={onConfirm}>Issue {what}</Button>
      </div>
    </Modal>
  );
}
