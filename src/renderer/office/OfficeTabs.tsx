import { Link, useLocation } from 'wouter';
import classes from './OfficeTabs.module.css';

const TABS = [
  { path: '/office', label: 'Settings' },
  { path: '/office/credit-types', label: 'Credit types' },
  { path: '/office/backups', label: 'Backups' },
  { path: '/office/history', label: 'History' },
] as const;

/** The screens of the office. */
export function OfficeTabs() {
  const [path] = useLocation();
  return (
    <nav aria-label="Office" className={classes.tabs}>
      {TABS.map((tab) => (
        <Link
          key={tab.path}
          href={tab.path}
          className={classes.tab ?? ''}
          aria-current={tab.path === path ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
