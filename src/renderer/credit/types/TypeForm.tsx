import { MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import { type CreditType, CreditTypeContent } from '../../../shared/contract/credit.ts';
import { Profession } from '../../../shared/contract/primitives.ts';
import { useCommand } from '../../api/index.ts';
import { useOfficeZone } from '../../components/index.ts';
import classes from '../Credit.module.css';
import { FormPanel } from '../FormPanel.tsx';
import { PROFESSION_CHOICES } from '../words.ts';
import { draftOf, readDraft, type TypeDraft, type TypeProblems } from './type-draft.ts';

type Fields = {
  readonly draft: TypeDraft;
  readonly problems: TypeProblems;
  readonly change: (part: Partial<TypeDraft>) => void;
};

/** Adds a credit type, or changes one, beside the list. */
export function TypeForm({
  type,
  onClose,
}: {
  readonly type: CreditType | null;
  readonly onClose: () => void;
}) {
  const zone = useOfficeZone();
  const [draft, setDraft] = useState(() => draftOf(type, dateInZone(new Date().toISOString(), zone)));
  const [tried, setTried] = useState(false);
  const create = useCommand('credit.createType');
  const update = useCommand('credit.updateType');
  const { content, problems } = readDraft(draft);
  const fields: Fields = {
    draft,
    problems: tried ? problems : {},
    change: (part) => setDraft((before) => ({ ...before, ...part })),
  };

  async function save(): Promise<void> {
    setTried(true);
    if (content === null) return;
    const done = { done: type === null ? `Added “${content.name}”.` : `Changed “${content.name}”.` };
    const saved =
      type === null ? await create.run(content, done) : await update.run({ id: type.id, content }, done);
    if (saved) onClose();
  }

  return (
    <FormPanel
      title={type === null ? 'New credit type' : `Change ${type.name}`}
      submit={type === null ? 'Add' : 'Save'}
      pending={create.pending || update.pending}
      onSubmit={save}
      onClose={onClose}
    >
      <Naming {...fields} />
      <Rule {...fields} />
      <Identifier {...fields} />
      <Provenance {...fields} />
    </FormPanel>
  );
}

function Naming({ draft, problems, change }: Fields) {
  return (
    <>
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={problems.name}
        maxLength={300}
        required
      />
      <div className={classes.pair}>
        <TextInput
          label="Unit, one"
          value={draft.unitOne}
          onChange={(event) => change({ unitOne: event.currentTarget.value })}
          error={problems.unitOne}
          maxLength={300}
          required
        />
        <TextInput
          label="Unit, several"
          value={draft.unitMany}
          onChange={(event) => change({ unitMany: event.currentTarget.value })}
          error={problems.unitMany}
          maxLength={300}
          required
        />
      </div>
      <MultiSelect
        label="For whom"
        description="Leave it empty for everybody."
        data={[...PROFESSION_CHOICES]}
        value={[...draft.professions]}
        onChange={(values) => change({ professions: values.map((value) => Profession.parse(value)) })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the professions' }}
      />
    </>
  );
}

function Rule({ draft, problems, change }: Fields) {
  return (
    <>
      <Select
        label="Computed from"
        data={[
          { value: 'time', label: 'Minutes attended' },
          { value: 'claimed', label: 'Minutes attended, at most the AMA PRA credit claimed' },
        ]}
        value={draft.basis}
        onChange={(value) => change({ basis: CreditTypeContent.shape.basis.parse(value) })}
        allowDeselect={false}
      />
      <div className={classes.pair}>
        <TextInput
          label="Minutes of one unit"
          inputMode="numeric"
          value={draft.minutesPerUnit}
          onChange={(event) => change({ minutesPerUnit: event.currentTarget.value })}
          error={problems.minutesPerUnit}
          required
        />
        <TextInput
          label="Step"
          inputMode="decimal"
          value={draft.step}
          onChange={(event) => change({ step: event.currentTarget.value })}
          error={problems.step}
          required
        />
      </div>
      <Select
        label="Rounding"
        data={[
          { value: 'down', label: 'Down to a step: never too much' },
          { value: 'nearest', label: 'To the nearest step; a tie goes down' },
          { value: 'office', label: 'As the office rounds AMA PRA credit' },
        ]}
        value={draft.rounding}
        onChange={(value) => change({ rounding: CreditTypeContent.shape.rounding.parse(value) })}
        allowDeselect={false}
      />
      <TextInput
        label="At most in one day"
        description="Leave it empty for no limit."
        inputMode="decimal"
        value={draft.dailyCap}
        onChange={(event) => change({ dailyCap: event.currentTarget.value })}
        error={problems.dailyCap}
      />
      <div className={classes.pair}>
        <TextInput
          label="Same amount in"
          description="Another unit, such as CEU."
          value={draft.secondUnit}
          onChange={(event) => change({ secondUnit: event.currentTarget.value })}
          maxLength={300}
        />
        <TextInput
          label="Divided by"
          description="10 for CEU."
          inputMode="numeric"
          value={draft.divisor}
          onChange={(event) => change({ divisor: event.currentTarget.value })}
          error={problems.divisor}
        />
      </div>
      <Switch
        label="The evaluation has to be returned first"
        checked={draft.evaluationRequired}
        onChange={(event) => change({ evaluationRequired: event.currentTarget.checked })}
      />
    </>
  );
}

function Identifier({ draft, problems, change }: Fields) {
  return (
    <>
      <TextInput
        label="Number of an activity"
        description="How it is called, such as UAN. Leave it empty where there is none."
        value={draft.identifierLabel}
        onChange={(event) => change({ identifierLabel: event.currentTarget.value })}
        maxLength={300}
      />
      {draft.identifierLabel.trim() === '' ? null : (
        <>
          <TextInput
            label="Its form"
            description="# is a digit, @ a letter, [LH] one of these, and “ | ” stands between two forms. Leave it empty for any."
            value={draft.identifierForm}
            onChange={(event) => change({ identifierForm: event.currentTarget.value })}
            error={problems.identifierForm}
            maxLength={300}
          />
          <TextInput
            label="An example"
            value={draft.identifierExample}
            onChange={(event) => change({ identifierExample: event.currentTarget.value })}
            maxLength={300}
          />
        </>
      )}
    </>
  );
}

function Provenance({ draft, problems, change }: Fields) {
  return (
    <>
      <Textarea
        label="Statement"
        description="The sentence that goes with the credit."
        value={draft.statement}
        onChange={(event) => change({ statement: event.currentTarget.value })}
        error={problems.statement}
        autosize
        minRows={2}
        maxRows={8}
      />
      <Textarea
        label="What has to be true before it is offered"
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={problems.note}
        autosize
        minRows={1}
        maxRows={6}
      />
      <div className={classes.pair}>
        <TextInput
          type="date"
          label="Holds from"
          value={draft.validFrom}
          onChange={(event) => change({ validFrom: event.currentTarget.value })}
          error={problems.validFrom}
          required
        />
        <TextInput
          type="date"
          label="Until"
          value={draft.validTo}
          onChange={(event) => change({ validTo: event.currentTarget.value })}
          error={problems.validTo}
        />
      </div>
      <TextInput
        label="Where the rule comes from"
        value={draft.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
        error={problems.source}
        maxLength={300}
      />
    </>
  );
}
