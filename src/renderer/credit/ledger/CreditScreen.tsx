import { LinkTabs, PageHeader } from '../../components/index.ts';
import { LedgerView } from './LedgerView.tsx';
import { TargetsView } from './TargetsView.tsx';

const TABS = [
  { path: '/people/credit', label: 'Who has how much' },
  { path: '/people/credit/targets', label: 'Who is short' },
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
      <LinkTabs label="Credit" tabs={TABS} />
      {part === 'ledger' ? <LedgerView /> : <TargetsView />}
    </>
  );
}
