import { Button, Select, TextInput } from '@mantine/core';
import { BOARDS, boardName } from '../../../shared/people/boards.ts';
import { writtenOrcid } from '../../../shared/people/orcid.ts';
import { Finding, StatusBadge } from '../../components/index.ts';
import classes from '../People.module.css';
import { digits, npiFault, orcidFault, type PersonForm } from '../person-form.ts';
import { RowList } from './RowList.tsx';

/** Numbers by which boards and registers know the person. */
export function IdentifierFields({ form }: { readonly form: PersonForm }) {
  const { values } = form;
  return (
    <div className={classes.fields}>
      <div>
        <TextInput
          label="NPI"
          description="Ten digits; the last one is checked."
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('npi')}
        />
        <NpiReading form={form} />
      </div>
      <div>
        <TextInput
          label="ORCID iD"
          description="As on orcid.org; the last character is checked."
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('orcid')}
        />
        <OrcidReading form={form} />
      </div>
      <TextInput
        label="NABP e-Profile ID"
        description="For pharmacists, with the birthday."
        inputMode="numeric"
        autoComplete="off"
        {...form.getInputProps('nabpId')}
      />
      {values.furtherNpis.length > 0 ? (
        <div className={classes.wide}>
          <h3 className={classes.part}>Further NPIs</h3>
          <p className={classes.hint}>
            From a record that was merged into this one; imports find the person by them.
          </p>
          <ul className={classes.plainList}>
            {values.furtherNpis.map((npi, index) => (
              <li key={npi}>
                {npi}{' '}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={`Remove NPI ${npi}`}
                  onClick={() => form.removeListItem('furtherNpis', index)}
                >
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className={classes.wide}>
        <h3 className={classes.part}>Licenses</h3>
        <p className={classes.hint}>State and number, as many as there are. Leading zeros stay.</p>
        <RowList
          count={values.licences.length}
          most={20}
          name="License"
          addLabel="Add a license"
          layout="short-long"
          onAdd={() => form.insertListItem('licences', { state: '', number: '' })}
          onRemove={(index) => form.removeListItem('licences', index)}
        >
          {(index) => (
            <>
              <TextInput
                label="State"
                placeholder="NY"
                autoComplete="off"
                {...form.getInputProps(`licences.${index}.state`)}
              />
              <TextInput
                label="Number"
                autoComplete="off"
                {...form.getInputProps(`licences.${index}.number`)}
              />
            </>
          )}
        </RowList>
      </div>
      <div className={classes.wide}>
        <h3 className={classes.part}>Board IDs</h3>
        <p className={classes.hint}>
          The learner’s number at a certifying board, for maintenance of certification.
        </p>
        <RowList
          count={values.boardIds.length}
          most={20}
          name="Board ID"
          addLabel="Add a board ID"
          layout="long-short"
          onAdd={() => form.insertListItem('boardIds', { board: '', id: '' })}
          onRemove={(index) => form.removeListItem('boardIds', index)}
        >
          {(index) => (
            <>
              <Select
                label="Board"
                placeholder="Choose"
                data={BOARDS.map((board) => ({ value: board, label: `${board} · ${boardName(board)}` }))}
                searchable
                allowDeselect={false}
                {...form.getInputProps(`boardIds.${index}.board`)}
                value={values.boardIds[index]?.board || null}
              />
              <TextInput label="Number" autoComplete="off" {...form.getInputProps(`boardIds.${index}.id`)} />
            </>
          )}
        </RowList>
      </div>
    </div>
  );
}

/** How a whole NPI reads; while digits are missing nothing is said. */
function NpiReading({ form }: { readonly form: PersonForm }) {
  const npi = digits(form.values.npi);
  if (npi.length < 10 || form.errors['npi']) return null;
  const fault = npiFault(npi);
  return (
    <div className={classes.reading}>
      {fault ? (
        <Finding kind="error">{fault}</Finding>
      ) : (
        <StatusBadge tone="good">The check digit fits</StatusBadge>
      )}
    </div>
  );
}

function OrcidReading({ form }: { readonly form: PersonForm }) {
  const typed = form.values.orcid.trim();
  const written = writtenOrcid(typed);
  if (!/^\d{4}-/.test(written) || written.length < 19 || form.errors['orcid']) return null;
  const fault = orcidFault(typed);
  return (
    <div className={classes.reading}>
      {fault ? (
        <Finding kind="error">{fault}</Finding>
      ) : (
        <>
          <StatusBadge tone="good">The check character fits</StatusBadge>
          {written === typed ? null : (
            <Button size="compact-xs" variant="default" onClick={() => form.setFieldValue('orcid', written)}>
              Write it as {written}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
