import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../src/main/hosts/loopback/find-browser.ts';

/**
 * `npm test`: types, lint, tools, build, and every test, one stage after the other; a failing stage does not hide the
 * next. The last line says how many tests passed and failed.
 */
const ROOT = join(import.meta.dirname, '..');

type Stage = {
  readonly name: string;
  /** Answers how many passed and failed. */
  readonly run: () => Tally;
  /** What has to have passed for this stage to make sense. */
  readonly needs?: readonly string[];
};
type Tally = { readonly passed: number; readonly failed: number };

const STAGES: readonly Stage[] = [
  { name: 'node', run: () => tally(checkNode()) },
  {
    name: 'types',
    run: () =>
      tally(
        tool('typescript', 'bin/tsc', '-p', 'tsconfig.node.json') &&
          tool('typescript', 'bin/tsc', '-p', 'tsconfig.web.json'),
      ),
  },
  { name: 'lint', run: () => tally(tool('@biomejs/biome', 'bin/biome', 'check', '.')) },
  { name: 'tools', run: () => tally(checkTools()) },
  {
    name: 'build',
    run: () => tally(tool('electron-vite', 'bin/electron-vite.js', 'build', '--logLevel', 'warn')),
  },
  { name: 'rules', run: () => vitest('unit') },
  { name: 'engine', run: () => vitest('engine'), needs: ['tools', 'build'] },
  { name: 'window', run: () => vitest('window'), needs: ['tools', 'build'] },
];

const passedStages = new Set<string>();
let passed = 0;
let failed = 0;
for (const stage of STAGES) {
  const missing = (stage.needs ?? []).filter((name) => !passedStages.has(name));
  const from = performance.now();
  let result: Tally;
  if (missing.length > 0) {
    console.log(`\n■ ${stage.name}: not run, because ${missing.join(' and ')} failed.`);
    result = { passed: 0, failed: 1 };
  } else {
    console.log(`\n■ ${stage.name}`);
    result = stage.run();
  }
  passed += result.passed;
  failed += result.failed;
  if (result.failed === 0) passedStages.add(stage.name);
  const seconds = ((performance.now() - from) / 1_000).toFixed(1);
  console.log(`  ${stage.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function tally(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a package's own command with this Node. */
function tool(name: string, path: string, ...args: readonly string[]): boolean {
  const command = join(ROOT, 'node_modules', name, path);
  return spawnSync(process.execPath, [command, ...args], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function vitest(project: string): Tally {
  const report = join(ROOT, 'out', `test-${project}.json`);
  const command = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const ended = spawnSync(
    process.execPath,
    [
      command,
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CI: '1' } },
  );
  const counts = existsSync(report) ? readReport(report) : { passed: 0, failed: 0 };
  // A run that broke without a failed test (a file that does not load, an unhandled rejection) is a failure too.
  if (ended.status !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  if (ended.status === 0 && counts.passed === 0) return { passed: 0, failed: 1 };
  return counts;
}

function readReport(path: string): Tally {
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  const count = (name: string): number => {
    const value = typeof report === 'object' && report !== null ? Reflect.get(report, name) : undefined;
    return typeof value === 'number' ? value : 0;
  };
  return { passed: count('numPassedTests'), failed: count('numFailedTests') + count('numPendingTests') };
}

/** Everything runs on the Node inside Electron's major; `npm ci` brings it. */
function checkNode(): boolean {
  const ok = process.versions.node.startsWith('24.');
  console.log(
    ok
      ? `  Node ${process.versions.node}`
      : `  This is Node ${process.versions.node}. Run the tests with “npm test” after “npm ci”, which brings Node 24.`,
  );
  return ok;
}

/** A browser for the window tests, poppler and qpdf for the PDF tests; on Debian as root they are installed here. */
function checkTools(): boolean {
  const missing = missingTools();
  if (missing.length > 0 && canInstall()) {
    const packages = missing.map((tool) => tool.debian);
    console.log(`  Installing ${packages.join(', ')}`);
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const still = missingTools();
  for (const tool of still) console.log(`  ${tool.name} is missing. ${tool.advice}`);
  if (still.length === 0) console.log(`  Browser ${findBrowser()}, poppler and qpdf are there`);
  return still.length === 0;
}

type Tool = { readonly name: string; readonly debian: string; readonly advice: string };

function missingTools(): readonly Tool[] {
  const found: readonly (readonly [boolean, Tool])[] = [
    [
      findBrowser() !== null,
      {
        name: 'A browser',
        debian: 'chromium',
        advice:
          'Install Chrome, Chromium or Edge (Debian: apt-get install chromium), or name one in ROUNDS_BROWSER.',
      },
    ],
    [
      answers('pdftotext', '-v'),
      {
        name: 'poppler',
        debian: 'poppler-utils',
        advice:
          'Install it (Debian: apt-get install poppler-utils; macOS: brew install poppler; Windows: choco install poppler).',
      },
    ],
    [
      answers('qpdf', '--version'),
      {
        name: 'qpdf',
        debian: 'qpdf',
        advice:
          'Install it (Debian: apt-get install qpdf; macOS: brew install qpdf; Windows: choco install qpdf).',
      },
    ],
  ];
  return found.filter(([there]) => !there).map(([, tool]) => tool);
}

function answers(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && answers('apt-get', '--version');
}
