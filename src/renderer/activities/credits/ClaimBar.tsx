import { Button, Checkbox, Popover, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { formatAmount, formatUnits, readAmount } from '../../../shared/credit/amounts.ts';
import { counted, formatCount } from '../../../shared/format.ts';
import classes from '../Activities.module.css';

type OnClaim = (
  rows: readonly CreditClaim[],
  amount: number | 'earned' | null,
  done: (changed: number) => string,
) => void;

/** Claims for everyone selected; what somebody has claimed already is replaced only when asked. */
export function ClaimBar({
  type,
  rows,
  pending,
  onClaim,
  onClear,
}: {
  readonly type: CreditType;
  readonly rows: readonly CreditClaim[];
  readonly pending: boolean;
  readonly onClaim: OnClaim;
  readonly onClear: () => void;
}) {
  const eligible = rows.filter((row) => row.eligible);
  const unavailable = eligible.length === 0 ? `${type.name} is for nobody selected.` : undefined;
  return (
    <section className={classes.bar} aria-label="Selected people">
      <span className={classes.barCount}>{people(rows.length)} selected</span>
      <ClaimAsk type={type} rows={eligible} pending={pending} unavailable={unavailable} onClaim={onClaim} />
      <Button
        size="compact-sm"
        variant="default"
        loading={pending}
        disabled={unavailable !== undefined}
        title={unavailable}
        onClick={() => onClaim(eligible, null, (changed) => `Took back the claim of ${people(changed)}.`)}
      >
        Remove the claim
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Clear the selection
      </Button>
    </section>
  );
}

function ClaimAsk({
  type,
  rows,
  pending,
  unavailable,
  onClaim,
}: {
  readonly type: CreditType;
  readonly rows: readonly CreditClaim[];
  readonly pending: boolean;
  readonly unavailable: string | undefined;
  readonly onClaim: OnClaim;
}) {
  const [opened, setOpened] = useState(false);
  const [how, setHow] = useState<'earned' | 'amount'>('earned');
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const already = rows.filter(({ claimedHundredths }) => claimedHundredths !== null).length;
  const chosen = replace ? rows : rows.filter(({ claimedHundredths }) => claimedHundredths === null);
  const amount = readAmount(text, type.stepHundredths);
  // The least that somebody has earned is the most that all of them can claim.
  const least = chosen.reduce(
    (low, { earnedHundredths }) => Math.min(low, earnedHundredths),
    Number.POSITIVE_INFINITY,
  );
  const problem =
    text === ''
      ? null
      : amount === null
        ? `Type an amount in steps of ${formatAmount(type.stepHundredths)}.`
        : amount > least
          ? `Somebody selected may claim only ${formatAmount(least)}.`
          : null;
  const ready = chosen.length > 0 && (how === 'earned' || (amount !== null && problem === null));

  function send(event: FormEvent): void {
    event.preventDefault();
    if (!ready) return;
    if (how === 'earned')
      onClaim(chosen, 'earned', (changed) => `Claimed all that attendance allows for ${people(changed)}.`);
    else if (amount !== null)
      onClaim(chosen, amount, (changed) => `Claimed ${formatUnits(amount, type)} for ${people(changed)}.`);
    setOpened(false);
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={pending}
          disabled={unavailable !== undefined}
          title={unavailable}
          aria-expanded={opened}
          onClick={() => {
            setReplace(false);
            setOpened(!opened);
          }}
        >
          Claim
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.ask} onSubmit={send} noValidate>
          <Radio.Group
            label="Each of them claims"
            value={how}
            onChange={(value) => setHow(value === 'amount' ? 'amount' : 'earned')}
          >
            <Radio mt="xs" value="earned" label="All that attendance allows" />
            <Radio mt="xs" value="amount" label="The same amount" />
          </Radio.Group>
          {how === 'amount' ? (
            <TextInput
              label={`Amount, in ${type.unitMany}`}
              inputMode="decimal"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={problem}
              required
            />
          ) : null}
          {already > 0 ? (
            <Checkbox
              label={already === 1 ? 'Replace the claim' : 'Replace the claims'}
              description={`${formatCount(already)} of ${formatCount(rows.length)} already ${already === 1 ? 'has' : 'have'} one.`}
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />
          ) : null}
          <Button type="submit" disabled={!ready}>
            Claim for {formatCount(chosen.length)}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function people(count: number): string {
  return counted(count, 'person', 'people');
}
