import { join } from 'node:path';
import { startEngine } from './engine/client.ts';
import { APP_VERSION } from './hosts/app-version.ts';
import { readHostArguments } from './hosts/arguments.ts';
import { runBrowserHost } from './hosts/loopback/host.ts';

/** Entry of the browser host: the same program in a window of an installed browser, or at an address that it prints. */
try {
  const { dataDirectory, open } = readHostArguments(process.argv.slice(2));
  const engine = await startEngine({ dataDirectory, appVersion: APP_VERSION });
  await runBrowserHost(engine, join(import.meta.dirname, '..', 'renderer'), open);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
