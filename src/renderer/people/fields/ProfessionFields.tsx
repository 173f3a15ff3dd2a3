import { Button, Select, TextInput } from '@mantine/core';
import type { Person } from '../../../shared/contract/people.ts';
import { heldCredentials } from '../../../shared/people/credentials.ts';
import { professionFromCredentials } from '../../../shared/people/profession.ts';
import { Finding } from '../../components/index.ts';
import classes from '../People.module.css';
import { type PersonForm, type PersonValues, todayHere } from '../person-form.ts';
import { PROFESSION_CHOICES, professionLabel } from '../words.ts';
import { ClaimedAdvice } from './ClaimedAdvice.tsx';
import { RowList } from './RowList.tsx';
import { TextList } from './TextList.tsx';

/** What someone is: the credentials on paper and their dates, profession, specialties. */
export function ProfessionFields({
  form,
  before,
  claimed,
}: {
  readonly form: PersonForm;
  readonly before: PersonValues | null;
  /** Activities that a change does not reach: credit is claimed there. */
  readonly claimed: Person['history'];
}) {
  const { values } = form;
  return (
    <div className={classes.fields}>
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
        description="It decides which credit is possible; AMA PRA credit is for physicians only."
        placeholder="Choose"
        data={PROFESSION_CHOICES}
        required
        searchable
        allowDeselect={false}
        {...form.getInputProps('profession')}
        value={values.profession === '' ? null : values.profession}
      />
      <div className={classes.wide}>
        <ProfessionAdvice form={form} />
        <ClaimedAdvice form={form} before={before} claimed={claimed} />
      </div>
      <TextInput
        className={classes.wide ?? ''}
        label="Specialty"
        autoComplete="off"
        {...form.getInputProps('specialty')}
      />
      <div className={classes.wide}>
        <TextList
          form={form}
          field="furtherSpecialties"
          name="Further specialty"
          addLabel="Add a further specialty"
        />
      </div>
      <div className={classes.wide}>
        <h3 className={classes.part}>Credentials and their dates</h3>
        <p className={classes.hint}>For the record; only the line above is printed.</p>
        <RowList
          count={values.credentialRecords.length}
          most={30}
          name="Credential"
          addLabel="Add a dated credential"
          layout="three"
          onAdd={() => form.insertListItem('credentialRecords', { credential: '', since: '', until: '' })}
          onRemove={(index) => form.removeListItem('credentialRecords', index)}
        >
          {(index) => (
            <>
              <TextInput
                label="Credential"
                aria-label={`Credential ${index + 1}`}
                autoComplete="off"
                {...form.getInputProps(`credentialRecords.${index}.credential`)}
              />
              <TextInput
                type="date"
                label="Since"
                {...form.getInputProps(`credentialRecords.${index}.since`)}
              />
              <TextInput
                type="date"
                label="Until"
                {...form.getInputProps(`credentialRecords.${index}.until`)}
              />
            </>
          )}
        </RowList>
        <CredentialAdvice form={form} />
      </div>
    </div>
  );
}

/** Says when the letters after the name and the profession do not agree: it decides who gets which credit. */
function ProfessionAdvice({ form }: { readonly form: PersonForm }) {
  const { profession, credentials } = form.values;
  const said = professionFromCredentials(credentials);
  if (profession === '' || said === null || said === profession) return null;
  return (
    <Finding
      kind="advice"
      actions={
        <Button size="compact-xs" variant="default" onClick={() => form.setFieldValue('profession', said)}>
          Set it to {professionLabel(said).toLowerCase()}
        </Button>
      }
    >
      The credentials read like those of a {said}, and the profession is {profession}. It decides which credit
      this person can claim and whether a certificate awards AMA PRA credit.
    </Finding>
  );
}

/** Says when a credential that is held today is not printed, or one that has ended still is. */
function CredentialAdvice({ form }: { readonly form: PersonForm }) {
  const { credentials, credentialRecords } = form.values;
  const { missing, ended } = heldCredentials(credentials, credentialRecords, todayHere());
  const [first] = missing;
  const [over] = ended;
  return (
    <>
      {first === undefined ? null : (
        <Finding
          kind="advice"
          actions={
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                form.setFieldValue('credentials', [credentials.trim(), first].filter(Boolean).join(', '))
              }
            >
              Print {first} too
            </Button>
          }
        >
          {first} is held today and not printed after the name.
        </Finding>
      )}
      {over === undefined ? null : (
        <Finding kind="advice">
          {over} has ended and is still printed after the name. Take it out of the line of credentials if that
          is not wanted.
        </Finding>
      )}
    </>
  );
}
