import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CreditClaim, CreditType } from '../../../shared/contract/credit.ts';
import { formatAmount, readAmount } from '../../../shared/credit/amounts.ts';
import { sentenceCase } from '../../../shared/format.ts';
import { type Column, StatusBadge } from '../../components/index.ts';
import classes from '../Activities.module.css';
import { CommitField } from '../CommitField.tsx';

/** The columns of the claims of one credit. */
export function claimColumns(options: {
  readonly type: CreditType;
  readonly name: Column<CreditClaim>;
  readonly onOpen: (row: CreditClaim) => void;
  readonly onClaim: (row: CreditClaim, amount: number | null) => void;
}): readonly Column<CreditClaim>[] {
  const { type, name, onOpen, onClaim } = options;
  return [
    name,
    {
      id: 'standing',
      header: 'Standing',
      width: 'minmax(184px, 1.6fr)',
      sortValue: (row) => standingOf(row).words,
      cell: (row) => {
        const { tone, words } = standingOf(row);
        if (tone === null)
          return (
            <span className={classes.softInline} title={words}>
              {words}
            </span>
          );
        if (tone !== 'warning') return <StatusBadge tone={tone}>{words}</StatusBadge>;
        return (
          <span className={classes.lacking} title={words}>
            <IconAlertTriangle size={16} aria-hidden />
            <span className={classes.wraps}>{words}</span>
          </span>
        );
      },
    },
    {
      id: 'earned',
      header: 'Earned',
      width: 72,
      align: 'right',
      sortValue: ({ earnedHundredths }) => earnedHundredths,
      cell: (row) =>
        row.eligible ? (
          <Button
            size="compact-sm"
            variant="subtle"
            tabIndex={-1}
            aria-label={`${formatAmount(row.earnedHundredths)} ${type.unitMany} earned by ${row.name}: show the sum`}
            onClick={() => onOpen(row)}
          >
            {formatAmount(row.earnedHundredths)}
          </Button>
        ) : null,
    },
    {
      id: 'claimed',
      header: 'Claimed',
      width: 104,
      align: 'right',
      sortValue: ({ claimedHundredths }) => claimedHundredths ?? -1,
      cell: (row) =>
        row.eligible || row.claimedHundredths !== null ? (
          <CommitField
            label={`${sentenceCase(type.unitMany)} claimed by ${row.name}`}
            value={row.claimedHundredths}
            show={formatAmount}
            read={(text) => {
              const amount = readAmount(text, type.stepHundredths);
              return amount !== null && amount <= row.earnedHundredths ? amount : null;
            }}
            problem={(text) =>
              readAmount(text, type.stepHundredths) === null
                ? `This credit goes in steps of ${formatAmount(type.stepHundredths)}.`
                : `At most ${formatAmount(row.earnedHundredths)} can be claimed.`
            }
            onCommit={(amount) => onClaim(row, amount)}
            align="right"
          />
        ) : (
          <span className={classes.softInline}>Not for them</span>
        ),
    },
  ];
}

/** One line that says how somebody's claim stands. */
function standingOf(row: CreditClaim): {
  readonly tone: 'good' | 'warning' | 'info' | null;
  readonly words: string;
} {
  if (!row.eligible && row.claimedHundredths === null)
    return { tone: null, words: `${sentenceCase(row.profession)}: not for this credit` };
  if (row.problem !== null) return { tone: 'warning', words: row.problem };
  if (row.claimedHundredths === null) return { tone: 'info', words: 'Can be claimed' };
  if (row.claimedHundredths < row.earnedHundredths)
    return {
      tone: 'good',
      words: `Claimed ${formatAmount(row.claimedHundredths)} of ${formatAmount(row.earnedHundredths)}`,
    };
  return { tone: 'good', words: 'Claimed in full' };
}
