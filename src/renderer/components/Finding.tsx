import { IconAlertCircle, IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Finding.module.css';

/**
 * What a live check says beside its field: an error stops saving, advice does not. Sign, colour and the word tell them
 * apart; a press beside it may mend it.
 */
export function Finding({
  kind,
  children,
  actions,
}: {
  readonly kind: 'error' | 'advice';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Icon = kind === 'error' ? IconAlertCircle : IconBulb;
  return (
    <div className={classes.finding} data-kind={kind} role={kind === 'error' ? 'alert' : 'note'}>
      <Icon size={16} aria-hidden className={classes.sign} />
      <span className={classes.words}>
        <b>{kind === 'error' ? 'To mend: ' : 'Advice: '}</b>
        {children}
      </span>
      {actions ? <span className={classes.actions}>{actions}</span> : null}
    </div>
  );
}
