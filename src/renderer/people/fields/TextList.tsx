import { TextInput } from '@mantine/core';
import { Finding } from '../../components/index.ts';
import type { PersonForm } from '../person-form.ts';
import { RowList } from './RowList.tsx';

/** Any number of texts of one kind; what is wrong with one of them is said under all. */
export function TextList({
  form,
  field,
  name,
  addLabel,
  type = 'text',
}: {
  readonly form: PersonForm;
  readonly field: 'furtherEmails' | 'furtherSpecialties';
  /** What one text is called, such as `Further address`. */
  readonly name: string;
  readonly addLabel: string;
  readonly type?: 'text' | 'email';
}) {
  return (
    <>
      <RowList
        count={form.values[field].length}
        most={20}
        name={name}
        addLabel={addLabel}
        layout="one"
        onAdd={() => form.insertListItem(field, '')}
        onRemove={(index) => form.removeListItem(field, index)}
      >
        {(index) => (
          <TextInput
            aria-label={`${name} ${index + 1}`}
            type={type}
            autoComplete="off"
            {...form.getInputProps(`${field}.${index}`)}
          />
        )}
      </RowList>
      {form.errors[field] ? <Finding kind="error">{form.errors[field]}</Finding> : null}
    </>
  );
}
