import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { creditMinutes, maximumSum } from '../../../shared/credit/completion.ts';
import { counted, formatCount, formatCredits } from '../../../shared/format.ts';
import { readCredits } from '../credit-text.ts';
import classes from './Overview.module.css';
import { SumTable } from './SumTable.tsx';
import type { Overview } from './use-overview.ts';

/** The designated maximum beside what the sessions give, with the sum open to see. */
export function CreditFields({ overview }: { readonly overview: Overview }) {
  const { draft, rounding, earnableQuarters, problems } = overview;
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
          description={maximumHelp(overview)}
          inputMode="decimal"
          value={typed ?? formatCredits(designated)}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
          error={unread ? 'Type credits in steps of 0.25, such as 5.25.' : problems.fields.maximumQuarters}
        />
        {designated !== earnableQuarters ? (
          <Button
            variant="default"
            onClick={() => {
              setTyped(null);
              overview.change({ maximumQuarters: earnableQuarters });
            }}
          >
            Use {formatCredits(earnableQuarters)}
          </Button>
        ) : null}
      </div>
      <details className={classes.sum}>
        <summary>{creditLine(overview)}</summary>
        <SumTable label="How the maximum is computed" lines={maximumSum(sessions, rounding)} />
      </details>
    </div>
  );
}

/** What the maximum goes by. With electives it is what one learner can earn, not the sum of all that is offered. */
function maximumHelp({ mostQuarters, earnableQuarters }: Overview): string {
  if (earnableQuarters >= mostQuarters) return 'In steps of 0.25.';
  return `In steps of 0.25. Whoever takes of the electives what the curriculum asks for earns at most ${formatCredits(earnableQuarters)}; all sessions together give ${formatCredits(mostQuarters)}.`;
}

/** The sum in one line: `8 sessions · 320 min → 5.25 credits`. */
export function creditLine({ draft, mostQuarters }: Overview): string {
  const counting = draft.sessions.filter(({ countsForCredit }) => countsForCredit);
  const minutes = creditMinutes(counting.map((session) => ({ ...session, id: session.id ?? 0 })));
  const credits = mostQuarters === 4 ? '1 credit' : `${formatCredits(mostQuarters)} credits`;
  return `${counted(counting.length, 'session', 'sessions')} · ${formatCount(minutes)} min → ${credits}`;
}
