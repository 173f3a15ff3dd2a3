import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';

/** A column of a plain table; the first one names the row. */
export type PlainColumn<Row> = {
  readonly header: string;
  /** Figures stand at the right. */
  readonly align?: 'right';
  readonly cell: (row: Row) => ReactNode;
};

/** Rows under a heading of their own. */
export type PlainGroup<Row> = {
  readonly key: number | string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** Said where there is no row. */
  readonly empty: string;
};

type Shape<Row> = {
  /** What the table is called for those who hear it. */
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rowKey: (row: Row) => number | string;
};

/** A table to be read and printed as a whole; {@link DataTable} is for lists that are worked in. */
export function PlainTable<Row>({ rows, ...shape }: Shape<Row> & { readonly rows: readonly Row[] }) {
  return (
    <Frame {...shape}>
      <tbody>
        <Rows {...shape} rows={rows} />
      </tbody>
    </Frame>
  );
}

/** A {@link PlainTable} whose rows stand in groups. */
export function GroupedTable<Row>({
  groups,
  ...shape
}: Shape<Row> & { readonly groups: readonly PlainGroup<Row>[] }) {
  const width = shape.columns.length;
  return (
    <Frame {...shape}>
      {groups.map(({ key, title, rows, empty }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={width} className={classes.group}>
              {title}
            </th>
          </tr>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={width} className={classes.empty}>
                {empty}
              </td>
            </tr>
          ) : null}
          <Rows {...shape} rows={rows} />
        </tbody>
      ))}
    </Frame>
  );
}

function Frame<Row>({
  label,
  columns,
  children,
}: Pick<Shape<Row>, 'label' | 'columns'> & { readonly children: ReactNode }) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ header, align }) => (
            <th key={header} scope="col" data-align={align}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function Rows<Row>({ columns, rowKey, rows }: Omit<Shape<Row>, 'label'> & { readonly rows: readonly Row[] }) {
  return rows.map((row) => (
    <tr key={rowKey(row)}>
      {columns.map(({ header, align, cell }, index) =>
        index === 0 ? (
          <th key={header} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={header} data-align={align}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  ));
}
