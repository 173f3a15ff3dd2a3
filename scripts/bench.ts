import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.ts';

/**
 * `npm run bench [-- NAME …]`: figures and their ratio to a floor, printed; nothing is asserted. Each benchmark runs in a
 * process of its own, so that the peak memory printed is its own.
 */
const BENCHMARKS = [
  'roster',
  'exchange',
  'lists',
  'duplicates',
  'attendance',
  'certificates',
  'insight',
  'pathways',
  'builder',
  'ledger',
  'reflections',
  'start',
] as const;

await buildIfNeeded();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHMARKS.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. Choose from: ${BENCHMARKS.join(', ')}.`);
  process.exit(1);
}
let failed = 0;
for (const name of BENCHMARKS) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const path = join(import.meta.dirname, '..', 'tests', 'bench', `${name}.ts`);
  const ended = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', path], {
    stdio: 'inherit',
  });
  if (ended.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
