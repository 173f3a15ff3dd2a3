import { DemoFault, readArguments, USAGE } from './demo/arguments.ts';
import { runDemo } from './demo/run.ts';
import { printTable } from './demo/table.ts';

/** `npm run demo -- FOLDER [--roster FILE] [--attendance FILE] [--template T-04]`: the main job without a window. */
try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted === 'help') console.log(USAGE);
  else printTable(await runDemo(wanted));
} catch (error) {
  if (!(error instanceof DemoFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
