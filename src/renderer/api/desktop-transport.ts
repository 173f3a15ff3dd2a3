import { type Bridge, type Transport, unreachable } from './transport.ts';

/** Carries calls over the bridge of the desktop host. */
export function createDesktopTransport(bridge: Bridge): Transport {
  const reach = new Set<(reachable: boolean) => void>();
  return {
    async call(method, input) {
      try {
        return await bridge.call(method, input);
      } catch {
        // The bridge only fails when the program behind it is going away.
        for (const listener of reach) listener(false);
        return unreachable();
      }
    },
    on: (listener) => bridge.on(listener),
    onReach(listener) {
      reach.add(listener);
      return () => reach.delete(listener);
    },
  };
}
