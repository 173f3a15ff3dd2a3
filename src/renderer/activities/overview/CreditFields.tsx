import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { creditMinutes, earnable, maximumSum } from '../../../shared/credit/completion.ts';
import { counted, formatCount, formatCredits } from '../../../shared/format.ts';
import { readCredits } from '../credit-text.ts';
import classes from './Overview.module.css';
import { SumTable } from './SumTable.tsx';
import type { Overview } from './use-overview.ts';

/** The designated maximum beside what the sessions give, with the sum open to see. */
export function CreditFields({ overview }: { readonly overview: Overview }) {
  const { draft, rounding, electives, mostQuarters, problems } = overview;
  const sessions = draft.sessions.map((session) => ({ ...session, id: session.id ?? 0 }));
  const designated = draft.content.maximumQuarters;
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && readCredits(typed) === null;

  function take(text: string): void {
    setTyped(text);
    const quarters = readCredits(text);
    if (quarters !== null) overview.change({ maximumQuarters: quarters });
  }

  return (
    <div className={classes.credit}>
      <div className={classes.creditField}>
        <TextInput
          label="Designated maximum, in credits"
          description={electives.length === 0 ? 'In steps of 0.25.' : mostWithElectives(mostQuarters)}
          inputMode="decimal"
          value={typed ?? formatCredits(designated)}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
          error={unread ? 'Type credits in steps of 0.25, such as 5.25.' : problems.fields.maximumQuarters}
        />
        {designated !== mostQuarters ? (
          <Button
            variant="default"
            onClick={() => {
              setTyped(null);
              overview.change({ maximumQuarters: mostQuarters });
            }}
          >
            Use {formatCredits(mostQuarters)}
          </Button>
        ) : null}
      </div>
      <details className={classes.sum}>
        <summary>{creditLine(overview)}</summary>
        <SumTable label="How the maximum is computed" lines={maximumSum(sessions, rounding, electives)} />
      </details>
    </div>
  );
}

/** What the maximum goes by where a learner chooses: alternatives are not added up. */
function mostWithElectives(quarters: number): string {
  return `In steps of 0.25, up to ${formatCredits(quarters)}, the most that one person can earn: every required session and the longest electives that the rules ask for. Alternatives are not added up.`;
}

/** The sum in one line: `8 sessions · 320 min → 5.25 credits`; with electives, what one person takes of them. */
export function creditLine({ draft, electives, mostQuarters }: Overview): string {
  const counting = draft.sessions
    .filter(({ countsForCredit }) => countsForCredit)
    .map((session) => ({ ...session, id: session.id ?? 0 }));
  const taken = earnable(counting, electives);
  const minutes = creditMinutes(taken);
  const credits = mostQuarters === 4 ? '1 credit' : `${formatCredits(mostQuarters)} credits`;
  const sessions = counted(counting.length, 'session', 'sessions');
  return taken.length === counting.length
    ? `${sessions} · ${formatCount(minutes)} min → ${credits}`
    : `${sessions}, of which one person takes ${formatCount(taken.length)} · ${formatCount(minutes)} min → ${credits} at most`;
}
