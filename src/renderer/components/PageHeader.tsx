import { Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { takeHeadingFocus } from './heading-focus.ts';
import classes from './PageHeader.module.css';

export type PageHeaderProps = {
  readonly title: string;
  /** A short line above the title: what kind of thing this is. */
  readonly eyebrow?: ReactNode;
  readonly description?: ReactNode;
  /** The one main action, and few beside it. */
  readonly actions?: ReactNode;
  readonly back?: { readonly label: string; readonly path: string };
  /** False where a field of the screen takes the focus after a change of place. */
  readonly takesFocus?: boolean;
};

/** Head of a screen: names it for the eye, for the window's title and for a screen reader. */
export function PageHeader({
  title,
  eyebrow,
  description,
  actions,
  back,
  takesFocus = true,
}: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Rounds`;
    if (takeHeadingFocus() && takesFocus) heading.current?.focus({ preventScroll: true });
  }, [title, takesFocus]);
  return (
    <header className={classes.header}>
      {back || eyebrow ? (
        <div className={classes.above}>
          {back ? (
            <Link href={back.path} className={classes.back ?? ''}>
              <IconArrowLeft size={16} aria-hidden /> {back.label}
            </Link>
          ) : null}
          {eyebrow ? <div className={classes.eyebrow}>{eyebrow}</div> : null}
        </div>
      ) : null}
      <div className={classes.line}>
        <div className={classes.words}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {description ? <div className={classes.description}>{description}</div> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </header>
  );
}
