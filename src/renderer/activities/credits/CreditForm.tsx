import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Activity } from '../../../shared/contract/activities.ts';
import type { ActivityCredit, CreditType } from '../../../shared/contract/credit.ts';
import {
  formatAmount,
  formatUnits,
  hundredthsFromQuarters,
  readAmount,
} from '../../../shared/credit/amounts.ts';
import { creditMost, ruleOf } from '../../../shared/credit/credit-rule.ts';
import { isDoubtful } from '../../../shared/credit/credit-type-data.ts';
import { fitsMask } from '../../../shared/credit/identifier-mask.ts';
import { counted } from '../../../shared/format.ts';
import { useCommand, useRead } from '../../api/index.ts';
import { SumTable } from '../overview/SumTable.tsx';
import classes from './OtherCredits.module.css';

/** Adds a credit to an activity, or changes it: maximum with its sum beside it, number, and which sessions count. */
export function CreditForm({
  activity,
  type,
  credit,
  onClose,
}: {
  readonly activity: Activity;
  readonly type: CreditType;
  /** Null for one that is being added. */
  readonly credit: ActivityCredit | null;
  readonly onClose: () => void;
}) {
  const office = useRead('office.get', {});
  const designate = useCommand('credit.designate');
  const withdraw = useCommand('credit.withdraw');
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set(credit?.excludedSessionIds ?? []));
  const [typed, setTyped] = useState<string | null>(
    credit === null ? null : formatAmount(credit.maximumHundredths),
  );
  const [identifier, setIdentifier] = useState(credit?.identifier ?? '');
  const most = useMemo(
    () =>
      creditMost(
        ruleOf(type, office.data?.rounding ?? 'nearest', activity.learningFormat),
        activity.sessions,
        excluded,
        hundredthsFromQuarters(activity.maximumQuarters),
        activity.electives,
      ),
    [type, office.data?.rounding, activity, excluded],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The menu or button that opened this gives its own focus up in the same turn.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  // Until somebody types, the maximum is all that the sessions give.
  const text = typed ?? formatAmount(most.mostHundredths);
  const maximum = readAmount(text, type.stepHundredths);
  const problem = maximumWords(type, maximum, most.mostHundredths);
  const number = identifier.trim();
  const badNumber = number !== '' && !fitsMask(type.identifierForm, number);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (maximum === null || problem !== null || badNumber) return;
    const saved = await designate.run(
      {
        activityId: activity.id,
        typeId: type.id,
        maximumHundredths: maximum,
        identifier: number,
        excludedSessionIds: [...excluded],
      },
      { done: `${type.name}: at most ${formatUnits(maximum, type)}.` },
    );
    if (saved) onClose();
  }

  async function takeOff(): Promise<void> {
    const done = await withdraw.run(
      { activityId: activity.id, typeId: type.id },
      {
        done: ({ claims }) =>
          `Took ${type.name} off${claims === 0 ? '' : ` with ${counted(claims, 'claim', 'claims')}`}.`,
      },
    );
    if (done) onClose();
  }

  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)} aria-label={type.name}>
      <h3 className={classes.name} ref={heading} tabIndex={-1}>
        {type.name}
      </h3>
      {type.note === '' ? null : <p className={classes.line}>{type.note}</p>}
      {type.unsure === '' || type.edited ? null : (
        <p className={classes.unsure} data-doubtful={isDoubtful(type) || undefined}>
          {type.unsure}
        </p>
      )}
      <div className={classes.columns}>
        <div className={classes.fields}>
          <TextInput
            label={`Maximum, in ${type.unitMany}`}
            description={`In steps of ${formatAmount(type.stepHundredths)}.`}
            inputMode="decimal"
            value={text}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={problem}
            required
          />
          {maximum === most.mostHundredths ? null : (
            <Button variant="default" onClick={() => setTyped(null)}>
              Use {formatAmount(most.mostHundredths)}
            </Button>
          )}
          {type.identifierLabel === '' ? null : (
            <TextInput
              label={type.identifierLabel}
              description={type.identifierExample === '' ? undefined : `Such as ${type.identifierExample}`}
              value={identifier}
              onChange={(event) => setIdentifier(event.currentTarget.value)}
              error={
                badNumber
                  ? `This does not look like a ${type.identifierLabel}. Check it against the example.`
                  : null
              }
              maxLength={300}
            />
          )}
          <SessionsThatCount activity={activity} excluded={excluded} onChange={setExcluded} />
        </div>
        <SumTable label={`How ${type.name} is computed`} lines={most.sum} />
      </div>
      <div className={classes.buttons}>
        <Button type="submit" loading={designate.pending} disabled={problem !== null || badNumber}>
          {credit === null ? 'Add' : 'Save'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        {credit === null ? null : (
          <Button
            variant="subtle"
            className={classes.end ?? ''}
            loading={withdraw.pending}
            onClick={() => void takeOff()}
          >
            Take off this activity
          </Button>
        )}
      </div>
    </form>
  );
}

function SessionsThatCount({
  activity,
  excluded,
  onChange,
}: {
  readonly activity: Activity;
  readonly excluded: ReadonlySet<number>;
  readonly onChange: (excluded: ReadonlySet<number>) => void;
}) {
  const counting = activity.sessions.filter(({ countsForCredit }) => countsForCredit);
  const left = counting.filter(({ id }) => excluded.has(id)).length;
  return (
    <details className={classes.sum} open={left > 0}>
      <summary>
        {left === 0
          ? 'Every session counts'
          : `${counting.length - left} of ${counted(counting.length, 'session', 'sessions')} count`}
      </summary>
      <fieldset className={classes.sessions}>
        <legend className={classes.line}>Sessions that count for this credit</legend>
        {counting.map(({ id, title, minutes }) => (
          <Checkbox
            key={id}
            label={`${title} (${minutes} min)`}
            checked={!excluded.has(id)}
            onChange={(event) => {
              const next = new Set(excluded);
              if (event.currentTarget.checked) next.delete(id);
              else next.add(id);
              onChange(next);
            }}
          />
        ))}
      </fieldset>
    </details>
  );
}

function maximumWords(type: CreditType, maximum: number | null, most: number): string | null {
  if (maximum === null) return `Type an amount in steps of ${formatAmount(type.stepHundredths)}.`;
  if (most === 0) return 'The sessions that count give nothing of this credit.';
  if (maximum === 0) return `Type at least ${formatAmount(type.stepHundredths)}.`;
  if (maximum > most)
    return type.basis === 'claimed'
      ? `At most ${formatAmount(most)}: the sessions and the AMA PRA maximum give no more.`
      : `The sessions give at most ${formatAmount(most)}.`;
  return null;
}
