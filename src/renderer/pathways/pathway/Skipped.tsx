import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SkippedModule } from '../../../shared/contract/pathway-answer.ts';
import { counted } from '../../../shared/format.ts';
import { skippedWords } from '../../../shared/pathways/words.ts';
import { fold } from '../../../shared/people/name.ts';
import { type Column, DataTable, SearchField } from '../../components/index.ts';
import classes from '../Pathways.module.css';
import type { ByHandKind } from './request-edits.ts';

/** In pixels: the list scrolls inside the answer. */
const LIST_HEIGHT = 420;

/** What was left aside and why not; folded away until it is asked for. */
export function Skipped({
  skipped,
  onDecide,
}: {
  readonly skipped: readonly SkippedModule[];
  readonly onDecide?: ((kind: ByHandKind, code: string) => void) | undefined;
}) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const rows = useMemo(() => {
    const wanted = fold(text);
    return skipped.filter(({ code, title, why }) =>
      fold(`${code} ${title} ${skippedWords(why)}`).includes(wanted),
    );
  }, [skipped, text]);
  const columns = useMemo(() => columnsOf(onDecide), [onDecide]);
  if (skipped.length === 0) return null;
  return (
    <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Why not the others: {counted(skipped.length, 'module', 'modules')}</summary>
      {open ? (
        <>
          <div className={classes.search}>
            <SearchField value={text} onChange={setText} label="Find a module that was left aside" />
          </div>
          <DataTable
            label="Modules left aside"
            rows={rows}
            columns={columns}
            rowKey={({ code }) => code}
            height={LIST_HEIGHT}
            empty={<p className={classes.soft}>Nothing fits. Clear the search to see all.</p>}
          />
        </>
      ) : null}
    </details>
  );
}

function columnsOf(
  onDecide: ((kind: ByHandKind, code: string) => void) | undefined,
): readonly Column<SkippedModule>[] {
  return [
    {
      id: 'module',
      header: 'Module',
      width: 'minmax(144px, 1fr)',
      sortValue: ({ code }) => code,
      cell: ({ code, title }) => (
        <span className={classes.wraps} title={title}>
          <span className={classes.code}>{code}</span> {title}
        </span>
      ),
    },
    {
      id: 'reason',
      header: 'Why not',
      width: 'minmax(144px, 1.4fr)',
      sortValue: ({ why }) => skippedWords(why),
      cell: ({ why }) => (
        <span className={classes.wraps} title={skippedWords(why)}>
          {skippedWords(why)}
        </span>
      ),
    },
    ...(onDecide
      ? [
          {
            id: 'decide',
            header: 'Decide',
            width: 88,
            cell: ({ code }: SkippedModule) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Put in ${code}`}
                onClick={() => onDecide('include', code)}
              >
                Put in
              </Button>
            ),
          },
        ]
      : []),
  ];
}
