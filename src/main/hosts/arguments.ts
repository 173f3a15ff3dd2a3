import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What both hosts are started with. */
export type HostArguments = {
  readonly dataDirectory: string;
  /** False: serve and print the address only. */
  readonly open: boolean;
};

/** Reads `--data DIR` and `--no-open`. @throws Error with a sentence for anything else that begins with `--` */
export function readHostArguments(args: readonly string[]): HostArguments {
  let dataDirectory = defaultDataDirectory();
  let open = true;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--data') {
      const folder = args[index + 1];
      if (!folder) throw new Error('--data needs the folder that holds your office, as in: --data ./office');
      dataDirectory = resolve(folder);
      index += 1;
    } else if (argument === '--no-open') open = false;
    else if (argument === '--browser') continue;
    else if (argument.startsWith('--'))
      throw new Error(
        `${argument} is not an option of Rounds. There are: --browser, --no-open, --data FOLDER`,
      );
  }
  return { dataDirectory, open };
}

/** Where the platform keeps the data of programs. */
function defaultDataDirectory(): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Rounds');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Rounds');
    default:
      return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'Rounds');
  }
}
