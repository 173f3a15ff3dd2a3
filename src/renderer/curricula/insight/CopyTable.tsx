import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { toCsv } from '../../../shared/curricula/csv.ts';

/** How long the button says that it has copied, in milliseconds. */
const SAID_MS = 2_500;

/** Puts a table on the clipboard as CSV, for a spreadsheet or an e-mail. */
export function CopyTable({
  what,
  rows,
}: {
  /** What the table is, for the button's name: `constraints`. */
  readonly what: string;
  readonly rows: () => readonly (readonly (string | number)[])[];
}) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null);

  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(toCsv(rows()));
      setSaid('copied');
    } catch {
      setSaid('refused');
    }
  }

  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={
        said === 'copied' ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
      }
      aria-label={said === null ? `Copy as CSV: ${what}` : undefined}
      onClick={() => void copy()}
    >
      {said === null ? 'Copy as CSV' : said === 'copied' ? 'Copied' : 'The clipboard refused. Try again'}
    </Button>
  );
}
