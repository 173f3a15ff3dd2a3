import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { identifierKindName, parseIdentifier } from '../../../shared/modules/reference-identifier.ts';
import { StatusBadge } from '../../components/index.ts';
import type { DraftReference } from './draft.ts';
import classes from './Editor.module.css';
import { Finding } from './Finding.tsx';

/** What an identifier was recognised as and where it leads, or advice when it is of no known kind. */
export function IdentifierReading({
  reference,
  onChange,
}: {
  readonly reference: DraftReference;
  readonly onChange: (change: Partial<DraftReference>) => void;
}) {
  const read = parseIdentifier(reference.identifier);
  switch (read.status) {
    case 'empty':
    case 'malformed':
      return null;
    case 'unknown':
      // A report that nobody numbers can still be found by its address.
      return reference.url.trim() === '' ? (
        <div className={classes.wide}>
          <Finding kind="advice">
            This is no identifier that Rounds knows. That is fine for a report or a policy; a web address
            helps readers to find it.
          </Finding>
        </div>
      ) : null;
    case 'recognised':
      return (
        <div className={`${classes.wide} ${classes.reading}`}>
          <StatusBadge tone="good">{identifierKindName(read.kind)}</StatusBadge>
          {read.link ? (
            <a href={read.link} target="_blank" rel="noreferrer">
              {read.link} <IconExternalLink size={14} role="img" aria-label="(opens in your browser)" />
            </a>
          ) : null}
          {read.text === reference.identifier.trim() ? null : (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange({ identifier: read.text })}
            >{`Write it as ${read.text}`}</Button>
          )}
        </div>
      );
  }
}
