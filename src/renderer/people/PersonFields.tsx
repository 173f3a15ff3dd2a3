import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { MONTHS } from '../../shared/format.ts';
import { professionFromCredentials } from '../../shared/people/profession.ts';
import { Section } from '../components/index.ts';
import classes from './People.module.css';
import { daysIn, type PersonForm } from './person-form.ts';
import { PROFESSION_CHOICES } from './words.ts';

const LICENCES = 20;
const UNKNOWN = { value: 'unknown', label: 'Not known' } as const;

/** Every field of a person. */
export function PersonFields({ form }: { readonly form: PersonForm }) {
  return (
    <>
      <Section title="Name and profession">
        <div className={classes.fields}>
          <TextInput label="Given name" autoComplete="off" {...form.getInputProps('givenName')} />
          <TextInput label="Family name" autoComplete="off" {...form.getInputProps('familyName')} />
          <TextInput
            label="Credentials"
            description="Degrees as printed after the name, such as MD, PhD."
            autoComplete="off"
            {...form.getInputProps('credentials')}
            onBlur={() => {
              const profession = professionFromCredentials(form.values.credentials);
              if (form.values.profession === '' && profession) form.setFieldValue('profession', profession);
            }}
          />
          <Select
            label="Profession"
            description="Only physicians can be awarded credit."
            placeholder="Choose"
            data={PROFESSION_CHOICES}
            required
            searchable
            allowDeselect={false}
            {...form.getInputProps('profession')}
            value={form.values.profession === '' ? null : form.values.profession}
          />
          <TextInput label="Specialty" autoComplete="off" {...form.getInputProps('specialty')} />
        </div>
      </Section>
      <Section title="How to reach and identify this person">
        <div className={classes.fields}>
          <TextInput
            label="E-mail"
            description="Reports of meetings are matched by it."
            type="email"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <TextInput
            label="NPI"
            description="Ten digits; the last one is checked."
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('npi')}
          />
          <Birthday form={form} />
        </div>
      </Section>
      <Section title="Licenses" description="State and number, as many as there are. Leading zeros stay.">
        <Licences form={form} />
      </Section>
      <Section title="Notes">
        <Textarea
          aria-label="Notes"
          description="For the office only; never printed on a certificate."
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('notes')}
        />
      </Section>
    </>
  );
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

function Licences({ form }: { readonly form: PersonForm }) {
  const { licences } = form.values;
  return (
    <>
      {licences.map((_, index) => (
        <fieldset
          // A license has nothing but its place to be known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={index}
          className={classes.licence}
          aria-label={`License ${index + 1}`}
        >
          <TextInput
            label="State"
            placeholder="NY"
            autoComplete="off"
            {...form.getInputProps(`licences.${index}.state`)}
          />
          <TextInput label="Number" autoComplete="off" {...form.getInputProps(`licences.${index}.number`)} />
          <Button
            variant="subtle"
            color="gray"
            className={classes.removeLicence ?? ''}
            aria-label={`Remove license ${index + 1}`}
            onClick={() => form.removeListItem('licences', index)}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      {licences.length < LICENCES ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('licences', { state: '', number: '' })}
        >
          Add a license
        </Button>
      ) : null}
    </>
  );
}

function known(choice: string | null): string {
  return choice === null || choice === UNKNOWN.value ? '' : choice;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
