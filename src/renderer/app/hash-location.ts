import { useSyncExternalStore } from 'react';

/** The place in the window: what stands behind `#`, path and query together, so that a reload keeps both. */
function place(): string {
  return `/${window.location.hash.replace(/^#?\/?/, '')}`;
}

function follow(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Goes to a place, such as `/people/import?activity=3`. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const before = window.location.href;
  const address = `#/${to.replace(/^#?\/?/, '')}`;
  if (options.replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: window.location.href }));
}

/** The router's location: the path, without the query. */
export function useHashPath(): [string, typeof navigate] {
  const path = useSyncExternalStore(follow, () => place().split('?')[0] ?? '/');
  return [path, navigate];
}

/** The router's search: what follows `?` behind `#`. */
export function useHashSearch(): string {
  return useSyncExternalStore(follow, () => place().split('?')[1] ?? '');
}

/** The router asks this for the `href` of links, so that they can be copied and opened again. */
useHashPath.hrefs = (href: string): string => `#${href}`;
