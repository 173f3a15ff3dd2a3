import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Module } from '../../../shared/contract/modules.ts';
import { domainName, trackName } from '../../../shared/curricula/words.ts';
import classes from './Library.module.css';
import panes from './Panes.module.css';

/** What there is to know of a module before it is added. */
export function LibraryDetails({ module }: { readonly module: Module }) {
  const facts = [
    ['Domain', domainName(module.domain)],
    ['Track', trackName(module.track)],
    ['Competencies', module.competencies.map(({ code, level }) => `${code} level ${level}`).join(', ')],
    ['Requires', module.prerequisites.join(', ')],
  ] as const;
  return (
    <span className={classes.details}>
      <span>{module.description}</span>
      {facts.map(([label, value]) =>
        value === '' ? null : (
          <span key={label}>
            <span className={panes.soft}>{label}:</span> {value}
          </span>
        ),
      )}
      <Anchor component={Link} href={`/modules/${module.id}`} size="xs">
        Open the module
      </Anchor>
    </span>
  );
}
