import type { Module } from '../../../shared/contract/curricula.ts';
import { formatName } from '../../../shared/curricula/words.ts';
import { formatMinutes } from '../../../shared/format.ts';
import { DomainBadge } from '../../components/index.ts';
import classes from './Versions.module.css';

/** The modules of a version, in order, as they were when it was published. */
export function VersionModules({ modules }: { readonly modules: readonly Module[] }) {
  return (
    <ol className={classes.modules}>
      {modules.map((module, index) => (
        <li key={module.id}>
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          <span className={classes.words}>
            <span className={classes.strong}>{module.title}</span>
            <span className={classes.moduleFacts}>
              <DomainBadge domain={module.domain} />
              <span>{module.code}</span>
              <span>{formatName(module.format)}</span>
            </span>
          </span>
          <span className={classes.minutes}>{formatMinutes(module.minutes)}</span>
        </li>
      ))}
    </ol>
  );
}
