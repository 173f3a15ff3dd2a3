import type { Insight } from '../../../shared/curricula/insight.ts';
import { formatCount, formatCredits, formatMinutes, upTo } from '../../../shared/format.ts';
import { Figure } from '../../components/index.ts';
import { DomainTable } from './DomainTable.tsx';
import classes from './Insight.module.css';

/** The three figures that matter most. */
export function HeadFigures({ found }: { readonly found: Insight }) {
  const { minutes, mostMinutes, creditQuarters, mostCreditQuarters } = found;
  return (
    <div className={classes.figures}>
      <Figure
        label={creditQuarters === 4 && mostCreditQuarters === 4 ? 'credit' : 'credits'}
        value={formatCredits(creditQuarters)}
        detail={upTo(creditQuarters, mostCreditQuarters, formatCredits)}
      />
      <Figure
        label="of instruction"
        value={formatMinutes(minutes)}
        detail={upTo(minutes, mostMinutes, formatMinutes)}
      />
      <Figure
        label="targets met"
        value={found.targets === 0 ? '–' : `${formatCount(found.targetsMet)}/${formatCount(found.targets)}`}
        detail={
          found.targetsPossible === found.targetsMet ? null : `up to ${formatCount(found.targetsPossible)}`
        }
      />
    </div>
  );
}

/** Minutes by domain against the plan, and how credit comes about. */
export function TimeAndCredit({ found }: { readonly found: Insight }) {
  const { mostMinutes, minutes, mostCreditQuarters } = found;
  return (
    <>
      <DomainTable domains={found.domains} />
      <p className={classes.rule}>{found.creditRule}</p>
      {mostMinutes === minutes ? null : (
        <p className={classes.rule}>
          This is with the shortest electives; “up to” is with the longest. The longest choice in which no
          module is superfluous makes {formatMinutes(mostMinutes)}: {formatCredits(mostCreditQuarters)}.
        </p>
      )}
    </>
  );
}
