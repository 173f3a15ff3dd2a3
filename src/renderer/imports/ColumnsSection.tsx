import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportField, Rehearsal } from '../../shared/contract/people.ts';
import { Section } from '../components/index.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import type { Columns } from './use-import.ts';

/** What the columns of the file hold; folded away where the file is a report that Rounds knows. */
export function ColumnsSection({
  kind,
  columns,
  known,
  disabled,
  onChange,
}: {
  readonly kind: Rehearsal['kind'];
  readonly columns: Columns;
  readonly known: boolean;
  readonly disabled: boolean;
  readonly onChange: (index: number, field: ImportField) => void;
}) {
  const [asked, setAsked] = useState<boolean | null>(null);
  const opened = asked ?? !known;
  const used = columns.filter(({ field }) => field !== 'ignore').length;
  return (
    <Section
      title="Columns"
      description={
        opened
          ? 'What each column of the file holds. Correct what was not recognized; the rows below follow.'
          : `${used} of ${columns.length} columns are used, as this kind of report has them.`
      }
      actions={
        <Button variant="default" size="compact-sm" aria-expanded={opened} onClick={() => setAsked(!opened)}>
          {opened ? 'Hide the columns' : 'Show the columns'}
        </Button>
      }
    >
      {opened ? <ColumnsTable kind={kind} columns={columns} disabled={disabled} onChange={onChange} /> : null}
    </Section>
  );
}
