/** Entry for programs without a window (demo, benchmarks): the same engine in the same thread arrangement as the hosts. */
export { startEngine } from './engine/client.ts';
export type { Engine } from './engine/engine.ts';
