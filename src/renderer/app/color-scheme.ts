import { isMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

const KEY = 'rounds-color-scheme';
const ONE_YEAR_S = 31_536_000;

/**
 * Remembers light, dark or as the system. Kept twice: the browser window has another port, and so other
 * storage, at every start, while a cookie of 127.0.0.1 outlives it; the desktop window has storage only.
 */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (fallback) => remembered() ?? fallback,
  set(value) {
    localStorage.setItem(KEY, value);
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store answers too late for the first paint
    document.cookie = `${KEY}=${value}; max-age=${ONE_YEAR_S}; path=/; samesite=strict`;
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => localStorage.removeItem(KEY),
};

/** Puts the scheme on the page before anything is drawn, so that a dark window never opens with a white flash. */
export function paintColorScheme(): void {
  const scheme = remembered() ?? 'auto';
  const dark =
    scheme === 'dark' || (scheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}

function remembered(): MantineColorScheme | null {
  const cookie = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${KEY}=`))
    ?.slice(KEY.length + 1);
  const value = localStorage.getItem(KEY) ?? cookie;
  return isMantineColorScheme(value) ? value : null;
}
