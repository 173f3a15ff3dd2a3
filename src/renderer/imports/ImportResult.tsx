import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { z } from 'zod';
import { counted } from '../../shared/format.ts';
import { undo, useRead } from '../api/index.ts';
import { FaultNotice, Figure, Loading, PageHeader, type PageHeaderProps } from '../components/index.ts';
import { balanceOf } from './balance.ts';
import type { ImportPurpose } from './fates.ts';
import classes from './Imports.module.css';

const Result = z.object({ importId: z.int(), changeId: z.int() });

/** Reads a finished import's result; null when it is none. */
export function readResult(result: unknown): z.infer<typeof Result> | null {
  return Result.safeParse(result).data ?? null;
}

/** What an import did with every row, the way back, and the next step. */
export function ImportResult({
  result,
  purpose,
  activityId,
  fileName,
  head,
  next,
  onAnother,
}: {
  readonly result: z.infer<typeof Result>;
  readonly purpose: ImportPurpose;
  readonly activityId: number | null;
  readonly fileName: string;
  readonly head: PageHeaderProps;
  readonly next: { readonly label: string; readonly path: string };
  readonly onAnother: () => void;
}) {
  const imports = useRead('imports.list', { activityId });
  const [undoing, setUndoing] = useState(false);
  const entry = imports.data?.find(({ id }) => id === result.importId);
  if (imports.error) return <FaultNotice fault={imports.error} onRetry={() => void imports.refetch()} />;
  if (!entry) return <Loading />;
  const balance = balanceOf(entry.counts, purpose, entry.undone);
  const imported = balance.parts[0]?.rows ?? 0;

  async function takeBack(): Promise<void> {
    setUndoing(true);
    await undo(result.changeId);
    setUndoing(false);
  }

  return (
    <>
      <PageHeader
        {...head}
        title={entry.undone ? 'The import was taken back' : `Imported ${counted(imported, 'row', 'rows')}`}
        description={
          entry.undone
            ? `Nothing of “${fileName}” is left in the office. The record of what was tried stays.`
            : `From “${fileName}”, as one step.`
        }
      />
      <div className={classes.figures}>
        {balance.parts.map(({ label, rows }) => (
          <Figure key={label} label={label} value={rows} />
        ))}
      </div>
      <p className={classes.sum}>
        {balance.parts.map(({ rows }) => rows).join(' + ')} = {counted(balance.total, 'row', 'rows')} in the
        file. <Link href={`/people/imports/${entry.id}`}>See what became of each row</Link>.
        {!entry.undone && (entry.counts['held'] ?? 0) + (entry.counts['error'] ?? 0) > 0
          ? ' What was held or cannot be used: correct it in the file and import the file again. Rows that are in already are recognized.'
          : ''}
      </p>
      <div className={classes.resultButtons}>
        <Button component={Link} href={next.path}>
          {next.label}
        </Button>
        {entry.undone ? null : (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undoing}
            onClick={() => void takeBack()}
          >
            Undo the import
          </Button>
        )}
        <Button variant="subtle" onClick={onAnother}>
          Import another file
        </Button>
      </div>
    </>
  );
}
