import { Button, Select, TextInput } from '@mantine/core';
import { MONTHS } from '../../../shared/format.ts';
import { fullName, printedName } from '../../../shared/people/name.ts';
import { Finding } from '../../components/index.ts';
import classes from '../People.module.css';
import { daysIn, type PersonForm, type PersonValues, todayHere } from '../person-form.ts';
import { RowList } from './RowList.tsx';
import { TextList } from './TextList.tsx';

const UNKNOWN = { value: 'unknown', label: 'Not known' } as const;

/** Who this is: the name on the license and on paper, names before, birthday and addresses. */
export function IdentityFields({
  form,
  before,
}: {
  readonly form: PersonForm;
  /** The person as recorded; null for a new one. */
  readonly before: PersonValues | null;
}) {
  const { values } = form;
  return (
    <div className={classes.fields}>
      <TextInput label="Given name" autoComplete="off" {...form.getInputProps('givenName')} />
      <TextInput label="Middle name" autoComplete="off" {...form.getInputProps('middleName')} />
      <TextInput label="Family name" autoComplete="off" {...form.getInputProps('familyName')} />
      <TextInput label="Suffix" placeholder="Jr." autoComplete="off" {...form.getInputProps('suffix')} />
      <div className={classes.wide}>
        <NamesOnPaper values={values} />
        {before ? <FormerNameOffer form={form} before={before} /> : null}
      </div>
      <TextInput
        className={classes.wide ?? ''}
        label="Name on certificates, if another"
        description="Auditors compare the name on a certificate with the license. Leave this empty unless the person asked for another name."
        autoComplete="off"
        {...form.getInputProps('displayName')}
      />
      <div className={classes.wide}>
        <h3 className={classes.part}>Former names</h3>
        <p className={classes.hint}>Search and imports find the person by them.</p>
        <RowList
          count={values.formerNames.length}
          most={20}
          name="Former name"
          addLabel="Add a former name"
          layout="long-short"
          onAdd={() => form.insertListItem('formerNames', { name: '', until: '' })}
          onRemove={(index) => form.removeListItem('formerNames', index)}
        >
          {(index) => (
            <>
              <TextInput
                label="Name"
                autoComplete="off"
                {...form.getInputProps(`formerNames.${index}.name`)}
              />
              <TextInput
                type="date"
                label="Until, if known"
                {...form.getInputProps(`formerNames.${index}.until`)}
              />
            </>
          )}
        </RowList>
      </div>
      <Birthday form={form} />
      <TextInput
        className={classes.wide ?? ''}
        label="E-mail"
        description="Reports of meetings are matched by it."
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <div className={classes.wide}>
        <TextList
          form={form}
          field="furtherEmails"
          name="Further address"
          addLabel="Add a further address"
          type="email"
        />
      </div>
    </div>
  );
}

/** What will stand on the license line of the record and on paper, while it is typed. */
function NamesOnPaper({ values }: { readonly values: PersonValues }) {
  const name = trimmed(values);
  const printed = printedName(name);
  if (printed === '') return null;
  const credentials = values.credentials.trim();
  return (
    <p className={classes.printed} role="status">
      Certificates print <b>{credentials === '' ? printed : `${printed}, ${credentials}`}</b>
      {name.displayName === '' || name.displayName === fullName(name)
        ? ', the name on the license.'
        : `, not the name on the license (${fullName(name)}).`}
    </p>
  );
}

/** After a change of name: one press keeps the old one, so that the person is still found by it. */
function FormerNameOffer({ form, before }: { readonly form: PersonForm; readonly before: PersonValues }) {
  const old = fullName(before);
  const now = fullName(trimmed(form.values));
  const kept = form.values.formerNames.some(({ name }) => name.trim() === old);
  if (old === '' || now === '' || now === old || kept || form.values.formerNames.length >= 20) return null;
  return (
    <Finding
      kind="advice"
      actions={
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => form.insertListItem('formerNames', { name: old, until: todayHere() })}
        >
          Keep “{old}” as a former name
        </Button>
      }
    >
      The name changes. If the person was called {old} before, keep that name, so that search and imports find
      them by it; for a typing error there is no need.
    </Finding>
  );
}

function trimmed(values: PersonValues) {
  return {
    givenName: values.givenName.trim(),
    middleName: values.middleName.trim(),
    familyName: values.familyName.trim(),
    suffix: values.suffix.trim(),
    displayName: values.displayName.trim(),
  };
}

function Birthday({ form }: { readonly form: PersonForm }) {
  const days = Array.from({ length: daysIn(form.values.birthMonth) }, (_, index) => index + 1);
  return (
    <>
      <Select
        label="Month of birth"
        description="Some boards ask for month and day, never the year."
        data={[UNKNOWN, ...MONTHS.map((label, index) => ({ value: twoDigits(index + 1), label }))]}
        allowDeselect={false}
        {...form.getInputProps('birthMonth')}
        value={form.values.birthMonth || UNKNOWN.value}
        onChange={(month) => form.setFieldValue('birthMonth', known(month))}
      />
      <Select
        label="Day of birth"
        description="The 29th of February is a day like any other."
        data={[UNKNOWN, ...days.map((day) => ({ value: twoDigits(day), label: String(day) }))]}
        allowDeselect={false}
        {...form.getInputProps('birthDay')}
        value={form.values.birthDay || UNKNOWN.value}
        onChange={(day) => form.setFieldValue('birthDay', known(day))}
      />
    </>
  );
}

function known(choice: string | null): string {
  return choice === null || choice === UNKNOWN.value ? '' : choice;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
