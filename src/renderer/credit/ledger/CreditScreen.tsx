import { Link } from 'wouter';
import { PageHeader } from '../../components/index.ts';
import classes from '../Credit.module.css';
import { LedgerView } from './LedgerView.tsx';
import { TargetsView } from './TargetsView.tsx';

const TABS = [
  { part: 'ledger', path: '/people/credit', label: 'Who has how much' },
  { part: 'targets', path: '/people/credit/targets', label: 'Who is short' },
] as const;

/** Credit of all people over the years: who has how much of what, and who is short of a target. */
export function CreditScreen({ part }: { readonly part: 'ledger' | 'targets' }) {
  return (
    <>
      <PageHeader
        title="Credit"
        back={{ label: 'People', path: '/people' }}
        description="What people have claimed, by the year in which the activity ended or, for material to work through, in which they finished it."
      />
      <nav aria-label="Credit" className={classes.tabs}>
        {TABS.map((tab) => (
          <Link
            key={tab.part}
            href={tab.path}
            className={classes.tab ?? ''}
            aria-current={tab.part === part ? 'page' : undefined}
          >
            {tab.label}
          </Link>
        ))}
      </nav>
      {part === 'ledger' ? <LedgerView /> : <TargetsView />}
    </>
  );
}
