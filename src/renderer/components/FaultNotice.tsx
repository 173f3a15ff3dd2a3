import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Fault } from '../../shared/errors.ts';
import classes from './FaultNotice.module.css';

/** Says in place what went wrong and offers the way on. */
export function FaultNotice({
  fault,
  onRetry,
}: {
  readonly fault: Pick<Fault, 'message'>;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <p className={classes.words}>{fault.message}</p>
      {onRetry ? (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
