import { Textarea } from '@mantine/core';
import type { Person } from '../../shared/contract/people.ts';
import { Section } from '../components/index.ts';
import { IdentifierFields } from './fields/IdentifierFields.tsx';
import { IdentityFields } from './fields/IdentityFields.tsx';
import { ProfessionFields } from './fields/ProfessionFields.tsx';
import { SharingFields } from './fields/SharingFields.tsx';
import type { PersonForm, PersonValues } from './person-form.ts';

/** Every field of a person, in the order in which one thinks of them. */
export function PersonFields({
  form,
  before,
  claimed,
}: {
  readonly form: PersonForm;
  /** The person as recorded; null for a new one. */
  readonly before: PersonValues | null;
  /** Activities that a change of profession or credentials does not reach: credit is claimed there. */
  readonly claimed: Person['history'];
}) {
  return (
    <>
      <Section title="Identity" description="The name as it is on the license, and how to reach the person.">
        <IdentityFields form={form} before={before} />
      </Section>
      <Section title="Profession">
        <ProfessionFields form={form} before={before} claimed={claimed} />
      </Section>
      <Section title="Identifiers">
        <IdentifierFields form={form} />
      </Section>
      <Section
        title="Permission to share"
        description="Boards and PARS receive a learner’s completions only if the learner permits it."
      >
        <SharingFields form={form} />
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
