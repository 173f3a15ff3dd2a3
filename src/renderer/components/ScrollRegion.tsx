import type { CSSProperties, ReactNode, RefObject } from 'react';

/**
 * A part of the screen that scrolls. It can be reached by Tab, so that the arrow keys scroll it even where nothing inside takes
 * the focus (WCAG 2.1.1).
 */
export function ScrollRegion({
  label,
  role = 'region',
  className,
  style,
  ref,
  children,
}: {
  readonly label: string;
  /** `group` within something that is called the same, so that it is not announced as a place of its own. */
  readonly role?: 'region' | 'group';
  readonly className: string | undefined;
  readonly style?: CSSProperties;
  readonly ref?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}) {
  return role === 'group' ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: axe's rule scrollable-region-focusable asks for it; window tests run axe
    <div ref={ref} className={className} style={style} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: axe's rule scrollable-region-focusable asks for it; window tests run axe
    <section ref={ref} className={className} style={style} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
