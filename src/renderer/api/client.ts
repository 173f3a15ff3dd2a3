import type { Answer, EngineEvent, Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { ErrorCode, Fault } from '../../shared/errors.ts';
import { createBrowserTransport } from './browser-transport.ts';
import { createDesktopTransport } from './desktop-transport.ts';
import type { Bridge, Transport } from './transport.ts';

let transport: Transport | null = null;

/** A {@link Fault} that can be thrown: what a failed read carries as its `error`. */
export class CallFault extends Error implements Fault {
  readonly code: ErrorCode;
  readonly details: Fault['details'];

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'CallFault';
    this.code = fault.code;
    this.details = fault.details;
  }
}

/** Calls one method of the contract and answers as the engine does: a value, or a fault in words. Never throws. */
export function call<M extends MethodName>(method: M, input: Input<M>): Promise<Answer<Output<M>>> {
  // The engine parses every output with the contract's schema; this is the edge where its type is taken on.
  return open().call(method, input) as Promise<Answer<Output<M>>>;
}

/** Calls a method and throws its fault. @throws CallFault */
export async function callOrThrow<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await call(method, input);
  if (!answer.ok) throw new CallFault(answer.error);
  return answer.value;
}

/** Follows what the engine pushes to every window; answers the way to stop. */
export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  return open().on(listener);
}

/** Follows whether the engine can be reached; answers the way to stop. */
export function onReach(listener: (reachable: boolean) => void): () => void {
  return open().onReach(listener);
}

function open(): Transport {
  transport ??= connect();
  return transport;
}

function connect(): Transport {
  const bridge = 'rounds' in window ? (window.rounds as Bridge) : null; // put there by the desktop host's preload
  return bridge ? createDesktopTransport(bridge) : createBrowserTransport();
}
