import type { Answer, EngineEvent } from '../../shared/contract/index.ts';
import { type Transport, unreachable } from './transport.ts';

/** Carries calls over HTTP to the program on this computer, and follows its event stream. */
export function createBrowserTransport(): Transport {
  const listeners = new Set<(event: EngineEvent) => void>();
  const reach = new Set<(reachable: boolean) => void>();
  let away = false;
  const tell = (reachable: boolean): void => {
    away = !reachable;
    for (const listener of reach) listener(reachable);
  };
  const events = new EventSource('/events');
  events.onopen = () => tell(true);
  events.onerror = () => tell(false);
  events.onmessage = (message: MessageEvent<string>) => {
    // The stream comes from our own engine, which sends nothing but events of the contract.
    const event = JSON.parse(message.data) as EngineEvent;
    for (const listener of listeners) listener(event);
  };
  return {
    async call(method, input) {
      try {
        const response = await fetch('/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
        // The host answers every call, refusals included, in the shape of the contract.
        const answer = (await response.json()) as Answer;
        if (away) tell(true);
        return answer;
      } catch {
        tell(false);
        return unreachable();
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReach(listener) {
      reach.add(listener);
      return () => reach.delete(listener);
    },
  };
}
