import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Certificate } from '../../shared/contract/certificates.ts';
import { useCommand } from '../api/index.ts';
import classes from './Certificates.module.css';

/** Says exactly what revoking does, asks for the reason, then revokes. */
export function RevokeDialog({
  certificate,
  opened,
  onClose,
}: {
  readonly certificate: Certificate;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const revoke = useCommand('certificates.revoke');
  const short = reason.trim().length < 3;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (short) return;
    const done = `Revoked ${certificate.number}.`;
    if (await revoke.run({ id: certificate.id, reason: reason.trim() }, { done })) onClose();
  }

  return (
    <Modal opened={opened} onClose={onClose} title={`Revoke ${certificate.number}`} size="lg">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ul className={classes.consequence}>
          <li>The certificate of {certificate.name} is no longer valid.</li>
          <li>
            Its number is never used again; the sealed page stays readable and is marked as revoked here.
          </li>
          <li>
            The reason is kept with it. If it was a mistake, it can be issued again from this page, under a
            new number.
          </li>
        </ul>
        <Textarea
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && short ? 'Say in a few words why: it is kept for the audit.' : null}
          maxLength={500}
          minRows={2}
          autosize
          required
          data-autofocus
        />
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Keep the certificate
          </Button>
          <Button type="submit" color="red" loading={revoke.pending}>
            Revoke
          </Button>
        </div>
      </form>
    </Modal>
  );
}
