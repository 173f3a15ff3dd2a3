import type { SumLine } from '../../../shared/credit/completion.ts';
import classes from './Overview.module.css';

/** The steps of a sum, one under the other, the result last. */
export function SumTable({ label, lines }: { readonly label: string; readonly lines: readonly SumLine[] }) {
  return (
    <table className={classes.sumTable} aria-label={label}>
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never move
          <tr key={index}>
            <th scope="row">{line.label}</th>
            <td>{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
