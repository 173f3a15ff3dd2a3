import type { ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import { CSV_FIELDS, isOwnHeading } from '../../shared/exchange/csv-cells.ts';
import { MODULE_FIELD_NAMES } from '../../shared/exchange/field-words.ts';
import classes from './Exchange.module.css';

/** How the columns of a table were read; nothing for a JSON file. */
export function ColumnsRead({ columns }: { readonly columns: ExchangeRehearsal['columns'] }) {
  if (columns.length === 0) return null;
  const passed = columns.filter(({ field }) => field === null).map(({ header }) => `“${header}”`);
  const renamed = columns.flatMap(({ header, field }) => {
    const known = CSV_FIELDS.find((name) => name === field);
    return known === undefined || isOwnHeading(header, known)
      ? []
      : [`“${header}” as ${MODULE_FIELD_NAMES[known]}`];
  });
  if (passed.length + renamed.length === 0) return null;
  return (
    <p className={classes.soft}>
      {renamed.length > 0 ? `Read ${renamed.join(', ')}. ` : ''}
      {passed.length > 0
        ? `Passed over: ${passed.join(', ')}, which ${passed.length === 1 ? 'names' : 'name'} no field of a module.`
        : ''}
    </p>
  );
}
