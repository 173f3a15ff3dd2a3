import { useState } from 'react';

const KEY = 'rounds-insight-parts';
const ONE_YEAR_S = 31_536_000;

/** The parts of the insight pane, in their order. */
export const PARTS = [
  'constraints',
  'time',
  'coverage',
  'prerequisites',
  'risks',
  'objectives',
  'assessment',
  'workload',
] as const;
/** One part of the insight pane. */
export type PartName = (typeof PARTS)[number];

const OPEN_AT_FIRST: readonly PartName[] = ['constraints', 'time', 'coverage', 'prerequisites'];

/**
 * Which parts of the pane are open, remembered on this computer. Kept in a cookie too: the browser window has other
 * storage at every start, as with the color scheme.
 */
export function useOpenParts(): {
  readonly isOpen: (part: PartName) => boolean;
  readonly toggle: (part: PartName) => void;
} {
  const [open, setOpen] = useState<readonly PartName[]>(remembered);
  return {
    isOpen: (part) => open.includes(part),
    toggle(part) {
      const next = open.includes(part) ? open.filter((other) => other !== part) : [...open, part];
      setOpen(next);
      const text = next.join('.');
      localStorage.setItem(KEY, text);
      // biome-ignore lint/suspicious/noDocumentCookie: the cookie store answers too late for the first paint
      document.cookie = `${KEY}=${text}; max-age=${ONE_YEAR_S}; path=/; samesite=strict`;
    },
  };
}

function remembered(): readonly PartName[] {
  const cookie = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${KEY}=`))
    ?.slice(KEY.length + 1);
  const text = localStorage.getItem(KEY) ?? cookie;
  if (text === undefined) return OPEN_AT_FIRST;
  const names = text.split('.');
  return PARTS.filter((part) => names.includes(part));
}
