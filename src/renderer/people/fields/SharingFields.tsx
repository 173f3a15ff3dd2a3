import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { Sharing } from '../../../shared/contract/people.ts';
import { Finding } from '../../components/index.ts';
import classes from '../People.module.css';
import { type PersonForm, todayHere } from '../person-form.ts';
import { SHARING_CHOICES } from '../words.ts';

/** Whether completions may go to boards and PARS, and when that was said. */
export function SharingFields({ form }: { readonly form: PersonForm }) {
  const { sharing, boardIds } = form.values;
  const label = useId();
  return (
    <div className={classes.fields}>
      <div className={classes.wide}>
        <span id={label} className={classes.label}>
          Permission
        </span>
        <div>
          <SegmentedControl
            aria-labelledby={label}
            data={[...SHARING_CHOICES]}
            value={sharing}
            onChange={(value) => {
              const chosen = Sharing.safeParse(value).data ?? 'not asked';
              form.setFieldValue('sharing', chosen);
              form.setFieldValue(
                'sharingOn',
                chosen === 'not asked' ? '' : form.values.sharingOn || todayHere(),
              );
            }}
          />
        </div>
      </div>
      {sharing === 'not asked' ? null : (
        <TextInput
          type="date"
          label={sharing === 'given' ? 'Given on' : 'Refused on'}
          {...form.getInputProps('sharingOn')}
        />
      )}
      {sharing !== 'given' && boardIds.length > 0 ? (
        <div className={classes.wide}>
          <Finding kind="advice">
            Points for maintenance of certification can be reported to a board only with the learner’s
            permission.
          </Finding>
        </div>
      ) : null}
    </div>
  );
}
