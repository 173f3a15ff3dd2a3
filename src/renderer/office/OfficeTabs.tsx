import { LinkTabs } from '../components/index.ts';

const TABS = [
  { path: '/office', label: 'Settings' },
  { path: '/office/credit-types', label: 'Credit types' },
  { path: '/office/backups', label: 'Backups' },
  { path: '/office/history', label: 'History' },
] as const;

/** The screens of the office. */
export function OfficeTabs() {
  return <LinkTabs label="Office" tabs={TABS} />;
}
