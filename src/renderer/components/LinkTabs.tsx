import { Link, useLocation } from 'wouter';
import classes from './LinkTabs.module.css';

/** Tabs each of which is a screen of its own, with its own address: they are links. */
export function LinkTabs({
  label,
  tabs,
}: {
  /** Names the tabs for a screen reader. */
  readonly label: string;
  readonly tabs: readonly { readonly path: string; readonly label: string }[];
}) {
  const [current] = useLocation();
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.path}
          href={tab.path}
          className={classes.tab ?? ''}
          aria-current={tab.path === current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
