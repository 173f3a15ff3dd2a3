import {
  IconArrowRight,
  IconArrowsSort,
  IconMinus,
  IconPencil,
  IconPlus,
  IconReplace,
} from '@tabler/icons-react';
import { useId } from 'react';
import type { Change, ChangeGroup } from '../../../shared/curricula/difference.ts';
import { kindInWords } from '../../../shared/curricula/difference-words.ts';
import { formatCount } from '../../../shared/format.ts';
import classes from './Compare.module.css';

const ICONS = {
  added: IconPlus,
  removed: IconMinus,
  replaced: IconReplace,
  moved: IconArrowsSort,
  changed: IconPencil,
} as const satisfies Readonly<Record<Change['kind'], unknown>>;

/** Changes of one sort under their heading, each with what was and what is. */
export function ChangeList({ group: { title, changes } }: { readonly group: ChangeGroup }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
        <span className={classes.groupCount}>{formatCount(changes.length)}</span>
      </h2>
      <ul className={classes.changes}>
        {changes.map((change, index) => (
          // Two changes may read the same; their order is theirs.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
          <ChangeRow key={index} change={change} />
        ))}
      </ul>
    </section>
  );
}

function ChangeRow({ change }: { readonly change: Change }) {
  const { kind, about, what, before, after } = change;
  const Icon = ICONS[kind];
  return (
    <li className={classes.change}>
      <span className={classes.kind} data-kind={kind}>
        <Icon size={14} aria-hidden /> {kindInWords(kind)}
      </span>
      <span className={classes.subject}>
        {kind === 'replaced' ? null : <span className={classes.about}>{about}</span>}
        {what === '' ? null : <span className={classes.what}>{what}</span>}
      </span>
      <span className={classes.states}>
        {before === '' ? null : kind === 'removed' ? (
          <span className={classes.before}>{before}</span>
        ) : (
          <del className={classes.before}>{before}</del>
        )}
        {before !== '' && after !== '' ? <IconArrowRight size={14} aria-label="became" /> : null}
        {after === '' ? null : <span className={classes.after}>{after}</span>}
      </span>
    </li>
  );
}
