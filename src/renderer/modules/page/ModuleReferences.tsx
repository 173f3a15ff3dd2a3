import { IconExternalLink } from '@tabler/icons-react';
import type { Module } from '../../../shared/contract/modules.ts';
import { StatusBadge } from '../../components/index.ts';
import { TO_BE_CHECKED } from '../editor/draft.ts';
import { referenceLink } from '../reference-link.ts';
import classes from './Page.module.css';

/** What the module rests on, with the way to each source. */
export function ModuleReferences({ references }: { readonly references: Module['references'] }) {
  return (
    <ol className={classes.references}>
      {references.map((reference) => {
        const link = referenceLink(reference);
        const words = reference.identifier || link;
        return (
          <li key={`${reference.key} ${reference.citation}`}>
            <div>{reference.citation}</div>
            <div className={classes.referenceLine}>
              {link ? (
                <a href={link} target="_blank" rel="noreferrer" className={classes.source}>
                  {words}
                  <IconExternalLink size={14} role="img" aria-label="(opens in your browser)" />
                </a>
              ) : (
                <span>{words}</span>
              )}
              {reference.confidence === TO_BE_CHECKED ? (
                <StatusBadge tone="warning">Check against the source</StatusBadge>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
