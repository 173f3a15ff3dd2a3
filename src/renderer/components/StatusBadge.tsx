import { IconAlertTriangle, IconCheck, IconCircle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

/** What a status means for the coordinator. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info';

const ICONS = {
  neutral: IconCircle,
  good: IconCheck,
  warning: IconAlertTriangle,
  bad: IconX,
  info: IconInfoCircle,
} as const;

/** A status as sign, colour and word: any one of them is enough to read it. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}
