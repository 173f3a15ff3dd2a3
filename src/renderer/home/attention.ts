import {
  IconBooks,
  IconCalendarEvent,
  IconCertificate,
  IconChecklist,
  IconDatabaseExport,
  IconMessageCheck,
  IconPuzzle,
  IconShieldExclamation,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Output } from '../../shared/contract/index.ts';

export type Attention = Output<'home.summary'>['attention'][number];

/** For each kind of thing that waits: its sign, and the words on the one button that leads to the work. */
export const ATTENTION: Readonly<
  Record<Attention['kind'], { readonly icon: typeof IconBooks; readonly action: string }>
> = {
  'curriculum-draft': { icon: IconBooks, action: 'Continue the draft' },
  'activity-soon': { icon: IconCalendarEvent, action: 'Open the activity' },
  'activity-no-people': { icon: IconUserPlus, action: 'Add people' },
  'attendance-missing': { icon: IconChecklist, action: 'Record attendance' },
  'completion-waiting': { icon: IconChecklist, action: 'See completion' },
  'certificates-ready': { icon: IconCertificate, action: 'Issue certificates' },
  'certificates-held': { icon: IconCertificate, action: 'See what is held' },
  'follow-ups-due': { icon: IconMessageCheck, action: 'Follow up' },
  'module-review': { icon: IconPuzzle, action: 'Review modules' },
  'record-broken': { icon: IconShieldExclamation, action: 'Check the record' },
  'backup-old': { icon: IconDatabaseExport, action: 'Back up now' },
};
