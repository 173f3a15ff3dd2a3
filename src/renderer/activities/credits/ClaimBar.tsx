import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { formatAmount, formatUnits, readAmount } from '../../../shared/credit/amounts.ts';
import { Ask } from '../selection/Ask.tsx';
import { people, RemoveClaim, SelectedPeople } from '../selection/SelectedPeople.tsx';

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
    <SelectedPeople count={rows.length} onClear={onClear}>
      <ClaimAsk type={type} rows={eligible} pending={pending} unavailable={unavailable} onClaim={onClaim} />
      <RemoveClaim
        pending={pending}
        unavailable={unavailable}
        onRemove={() => onClaim(eligible, null, (changed) => `Took back the claim of ${people(changed)}.`)}
      />
    </SelectedPeople>
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
  const [how, setHow] = useState<'earned' | 'amount'>('earned');
  const [text, setText] = useState('');
  const amount = readAmount(text, type.stepHundredths);

  function problemFor(chosen: readonly CreditClaim[]): string | null {
    if (text === '') return null;
    if (amount === null) return `Type an amount in steps of ${formatAmount(type.stepHundredths)}.`;
    // The least that somebody has earned is the most that all of them can claim.
    const least = Math.min(...chosen.map(({ earnedHundredths }) => earnedHundredths));
    return amount > least ? `Somebody selected may claim only ${formatAmount(least)}.` : null;
  }
  function submit(chosen: readonly CreditClaim[]): void {
    if (how === 'earned')
      onClaim(chosen, 'earned', (changed) => `Claimed all that attendance allows for ${people(changed)}.`);
    else if (amount !== null)
      onClaim(chosen, amount, (changed) => `Claimed ${formatUnits(amount, type)} for ${people(changed)}.`);
  }

  return (
    <Ask
      label="Claim"
      submit="Claim"
      rows={rows}
      has={({ claimedHundredths }) => claimedHundredths !== null}
      what="a claim"
      ready={(chosen) => how === 'earned' || (amount !== null && problemFor(chosen) === null)}
      pending={pending}
      unavailable={unavailable}
      onSubmit={submit}
    >
      {(chosen) => (
        <>
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
              error={problemFor(chosen)}
              required
            />
          ) : null}
        </>
      )}
    </Ask>
  );
}
