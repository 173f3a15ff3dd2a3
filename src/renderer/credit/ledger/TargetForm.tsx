import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dateInZone } from '../../../shared/activities/schedule.ts';
import type { CreditTarget, CreditType } from '../../../shared/contract/credit.ts';
import { Profession } from '../../../shared/contract/primitives.ts';
import { formatAmount, readAmount } from '../../../shared/credit/amounts.ts';
import { useCommand } from '../../api/index.ts';
import { useOfficeZone } from '../../components/index.ts';
import classes from '../Credit.module.css';
import { FormPanel } from '../FormPanel.tsx';
import { PROFESSION_CHOICES } from '../words.ts';

/** Sets or changes how much of a credit people need, and in which time. */
export function TargetForm({
  target,
  types,
  onClose,
  onSaved,
}: {
  readonly target: CreditTarget | null;
  readonly types: readonly CreditType[];
  readonly onClose: () => void;
  /** The id of a new target, null for one that was changed. */
  readonly onSaved: (id: number | null) => void;
}) {
  const zone = useOfficeZone();
  const create = useCommand('credit.createTarget');
  const update = useCommand('credit.updateTarget');
  const [name, setName] = useState(target?.name ?? '');
  const [typeId, setTypeId] = useState(target?.typeId ?? types[0]?.id ?? 0);
  const [amount, setAmount] = useState(target ? formatAmount(target.amountHundredths) : '50');
  const [startsOn, setStartsOn] = useState(
    target?.startsOn ?? `${dateInZone(new Date().toISOString(), zone).slice(0, 4)}-01-01`,
  );
  const [years, setYears] = useState(target?.years ?? 2);
  const [professions, setProfessions] = useState<readonly Profession[]>(target?.professions ?? []);
  const [tried, setTried] = useState(false);
  const type = types.find(({ id }) => id === typeId);
  const amountHundredths = readAmount(amount, type?.stepHundredths ?? 1);
  const amountProblem =
    amountHundredths === null || amountHundredths === 0
      ? `Type an amount in steps of ${formatAmount(type?.stepHundredths ?? 1)}, such as 50.`
      : null;
  const allowed = PROFESSION_CHOICES.filter(
    ({ value }) => !type || type.professions.length === 0 || type.professions.includes(value),
  );

  async function save(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || startsOn === '' || amountHundredths === null || amountHundredths === 0) return;
    const content = {
      name: name.trim(),
      typeId,
      amountHundredths,
      startsOn,
      years,
      professions: [...professions],
    };
    const done = { done: `${target === null ? 'Set' : 'Changed'} the target “${content.name}”.` };
    if (target === null) {
      const made = await create.run(content, done);
      if (made) onSaved(made.id);
    } else if (await update.run({ id: target.id, content }, done)) onSaved(null);
  }

  return (
    <FormPanel
      title={target === null ? 'New target' : 'Change the target'}
      submit={target === null ? 'Set the target' : 'Save'}
      pending={create.pending || update.pending}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        description="Such as License renewal, physicians."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? 'Give the target a name.' : null}
        maxLength={300}
        required
      />
      <Select
        label="Credit"
        data={types
          .filter(({ id, retired }) => !retired || id === typeId)
          .map(({ id, name: label }) => ({ value: String(id), label }))}
        value={String(typeId)}
        onChange={(value) => {
          setTypeId(Number(value));
          setProfessions([]);
        }}
        allowDeselect={false}
        searchable
      />
      <TextInput
        label={`Needed, in ${type?.unitMany ?? 'credits'}`}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
        error={tried ? amountProblem : null}
        required
      />
      <div className={classes.pair}>
        <NumberInput
          label="In every … years"
          value={years}
          onChange={(value) => setYears(Math.max(1, Math.min(10, Math.round(Number(value) || 1))))}
          min={1}
          max={10}
          allowDecimal={false}
          clampBehavior="strict"
        />
        <TextInput
          type="date"
          label="Counted from"
          value={startsOn}
          onChange={(event) => setStartsOn(event.currentTarget.value)}
          error={tried && startsOn === '' ? 'Choose a day.' : null}
          required
        />
      </div>
      <MultiSelect
        label="Of whom"
        description="Leave it empty for everybody who may have this credit."
        data={[...allowed]}
        value={[...professions]}
        onChange={(values) => setProfessions(values.map((value) => Profession.parse(value)))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the professions' }}
      />
    </FormPanel>
  );
}
