import type { ExchangeRow } from '../../shared/contract/exchange.ts';
import { formatCount } from '../../shared/format.ts';
import classes from './Exchange.module.css';
import { canBeCopied } from './fates.ts';

/** Lines of one row in the list; what is beyond them stands in its panel. */
const LINES = 8;

/** Everything that is to be said of a row: all its problems, or each field that would read otherwise. */
export function Reasons({ row, copied }: { readonly row: ExchangeRow; readonly copied: boolean }) {
  const { problems, changes, drafts } = row;
  if (problems.length > 0)
    return (
      <ul className={classes.reasons}>
        {problems.slice(0, LINES).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {problems.length > LINES ? <li>{more(problems.length - LINES)}</li> : null}
      </ul>
    );
  if (row.what === 'curriculum')
    return (
      <ul className={classes.reasons}>
        {changes.map(({ to }) => (
          <li key={to}>Becomes “{to}”: that title is taken.</li>
        ))}
        {canBeCopied(row) ? (
          <li>
            {copied
              ? 'Becomes a further draft, with a number behind its title.'
              : 'A draft reads the same, so it is passed over. Check it to bring it in as a copy.'}
          </li>
        ) : null}
      </ul>
    );
  return (
    <ul className={classes.reasons}>
      {changes.slice(0, LINES).map(({ field, from, to }) => (
        <li key={field} title={`${from} → ${to}`}>
          <span className={classes.field}>{field}:</span> <del>{from}</del> → <ins>{to}</ins>
        </li>
      ))}
      {changes.length > LINES ? <li>{more(changes.length - LINES)}</li> : null}
      {drafts.length > 0 ? (
        <li className={classes.field}>Used in {drafts.map((title) => `“${title}”`).join(', ')}.</li>
      ) : null}
    </ul>
  );
}

function more(count: number): string {
  return `And ${formatCount(count)} more: open the row to see all.`;
}
