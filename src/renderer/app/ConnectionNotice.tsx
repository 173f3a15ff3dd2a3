import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { call, onReach, queryClient } from '../api/index.ts';
import classes from './ConnectionNotice.module.css';

/** Says that the program behind the window is out of reach, and offers to try again. Goes by itself when it is back. */
export function ConnectionNotice() {
  const [reachable, setReachable] = useState(true);
  const [trying, setTrying] = useState(false);
  useEffect(() => onReach(setReachable), []);
  if (reachable) return null;

  async function retry(): Promise<void> {
    setTrying(true);
    const answer = await call('system.state', {});
    setTrying(false);
    if (!answer.ok) return;
    setReachable(true);
    void queryClient.invalidateQueries();
  }

  return (
    <section className={classes.notice} aria-label="Connection">
      <IconPlugConnectedX size={20} aria-hidden />
      <p role="alert">
        Rounds cannot be reached. Everything saved is safe. If it does not come back, close this window and
        start Rounds again.
      </p>
      <Button size="compact-sm" variant="default" loading={trying} onClick={() => void retry()}>
        Try again
      </Button>
    </section>
  );
}
