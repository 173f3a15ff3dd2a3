import { Button, Select } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { CreditTarget, CreditType } from '../../../shared/contract/credit.ts';
import { formatUnits } from '../../../shared/credit/amounts.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { EmptyState, FaultNotice, ListFilters, Loading } from '../../components/index.ts';
import classes from '../Credit.module.css';
import { forWhom } from '../words.ts';
import { Standing } from './Standing.tsx';
import { TargetForm } from './TargetForm.tsx';

/** What the office asks of its people over the years, and who is short of it. */
export function TargetsView() {
  const targets = useRead('credit.targets', {});
  const types = useRead('credit.types', {});
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [form, setForm] = useState<'new' | 'change' | null>(null);
  if (targets.isPending || types.isPending) return <Loading />;
  if (!targets.data) return <FaultNotice fault={targets.error} onRetry={() => void targets.refetch()} />;
  if (!types.data) return <FaultNotice fault={types.error} onRetry={() => void types.refetch()} />;
  const chosen = targets.data.find(({ id }) => id === chosenId) ?? targets.data[0] ?? null;
  const type = types.data.find(({ id }) => id === chosen?.typeId) ?? null;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setForm('new')}>
      Set a target
    </Button>
  );
  return (
    <>
      {chosen && type ? (
        <>
          <ListFilters
            end={
              <>
                <RemoveTarget target={chosen} />
                <Button variant="default" onClick={() => setForm('change')}>
                  Change
                </Button>
                {add}
              </>
            }
          >
            <Select
              aria-label="Target"
              data={targets.data.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(chosen.id)}
              onChange={(value) => setChosenId(Number(value))}
              allowDeselect={false}
            />
            <p className={classes.softText}>{targetInWords(chosen, type)}</p>
          </ListFilters>
          <Standing key={chosen.id} target={chosen} type={type} />
        </>
      ) : (
        <EmptyState icon={<IconTargetArrow size={32} />} title="No target is set" action={add}>
          Say how much of a credit your people need and in which time, such as 50 AMA PRA credits in two
          years: here stands who is short of it, by how much and by when.
        </EmptyState>
      )}
      {form === null ? null : (
        <TargetForm
          target={form === 'change' ? chosen : null}
          types={types.data}
          onClose={() => setForm(null)}
          onSaved={(id) => {
            if (id !== null) setChosenId(id);
            setForm(null);
          }}
        />
      )}
    </>
  );
}

function RemoveTarget({ target }: { readonly target: CreditTarget }) {
  const remove = useCommand('credit.removeTarget');
  return (
    <Button
      variant="subtle"
      loading={remove.pending}
      onClick={() => void remove.run({ id: target.id }, { done: `Removed the target “${target.name}”.` })}
    >
      Remove
    </Button>
  );
}

/** `50 credits of AMA PRA Category 1 Credit™ every 2 years. Asked of: physician.` */
function targetInWords(target: CreditTarget, type: CreditType): string {
  const time = target.years === 1 ? 'every year' : `every ${target.years} years`;
  const professions = target.professions.length > 0 ? target.professions : type.professions;
  return `${formatUnits(target.amountHundredths, type)} of ${type.name} ${time}. Asked of: ${forWhom(professions).toLowerCase()}.`;
}
