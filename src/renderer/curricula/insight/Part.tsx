import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { StatusBadge, type Tone } from '../../components/index.ts';
import classes from './Insight.module.css';

/** How a part stands, in few words: read also while the part is closed. */
export type Standing = { readonly words: string; readonly tone: Tone | null };

/** A part of the pane that opens and closes. Its heading says how it stands. */
export function Part({
  title,
  standing,
  open,
  onToggle,
  children,
}: {
  readonly title: string;
  readonly standing: Standing;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.part} aria-label={title}>
      <h3 className={classes.partHead}>
        <button
          type="button"
          className={classes.partButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <IconChevronRight size={16} aria-hidden className={classes.chevron} />
          <span className={classes.partTitle}>{title}</span>
          <span className={classes.partStanding}>
            <PartStanding standing={standing} />
          </span>
        </button>
      </h3>
      <div id={id} hidden={!open} className={classes.partBody}>
        {open ? children : null}
      </div>
    </section>
  );
}

/** How a part stands, with its sign where it means something. */
export function PartStanding({ standing: { words, tone } }: { readonly standing: Standing }) {
  if (words === '') return null;
  if (tone === null) return <span className={classes.soft}>{words}</span>;
  return <StatusBadge tone={tone}>{words}</StatusBadge>;
}
