import { type RefObject, useLayoutEffect, useState } from 'react';

/** Kept free below, in pixels: the foot of the page. */
const FOOT = 48;
/** Less than this is no list any more; the page scrolls instead. */
const LEAST = 320;

/**
 * Height in pixels that an element may have so that it ends where the window does: long lists scroll by themselves, and
 * the page does not scroll beside them.
 */
export function useFillHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(LEAST);
  // What stands above may change with any render; the measure is only taken on when it differs.
  useLayoutEffect(() => {
    const measure = (): void => {
      const found = element.current;
      if (!found) return;
      const scrolled = found.closest('main')?.scrollTop ?? 0;
      const top = found.getBoundingClientRect().top + scrolled;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - FOOT)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  });
  return height;
}
