import { Select } from '@mantine/core';
import { ImportField, type Rehearsal } from '../../shared/contract/people.ts';
import { useRead } from '../api/index.ts';
import { ScrollRegion } from '../components/index.ts';
import { fieldChoices } from './fields.ts';
import classes from './Imports.module.css';
import type { Columns } from './use-import.ts';

/** Cells shown of each column. */
const EXAMPLES = 2;

/** The file's columns side by side as in a spreadsheet: what each holds, and its first cells. */
export function ColumnsTable({
  kind,
  columns,
  disabled,
  onChange,
}: {
  readonly kind: Rehearsal['kind'];
  readonly columns: Columns;
  readonly disabled: boolean;
  readonly onChange: (index: number, field: ImportField) => void;
}) {
  const competencies = useRead('competencies.list', {}, { enabled: kind === 'reflections' });
  return (
    <ScrollRegion label="Columns of the file" className={classes.columnsScroller}>
      <ul className={classes.columns}>
        {columns.map((column) => {
          const name = column.header || `Column ${column.index + 1}`;
          return (
            <li
              key={column.index}
              className={classes.column}
              data-unused={column.field === 'ignore' || undefined}
            >
              <div className={classes.columnName} title={name}>
                {name}
              </div>
              <Select
                size="xs"
                aria-label={`“${name}” holds`}
                data={fieldChoices(kind, column.field, competencies.data ?? [])}
                value={column.field}
                onChange={(field) => {
                  if (field !== null) onChange(column.index, ImportField.parse(field));
                }}
                allowDeselect={false}
                searchable={kind === 'reflections'}
                disabled={disabled}
                comboboxProps={{ width: 200, position: 'bottom-start' }}
              />
              <div className={classes.examples}>
                {column.examples.length === 0 ? <span className={classes.soft}>Empty</span> : null}
                {column.examples.slice(0, EXAMPLES).map((example) => (
                  <div key={example} title={example}>
                    {example}
                  </div>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </ScrollRegion>
  );
}
