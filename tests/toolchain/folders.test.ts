import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom, where the linter cannot say it. */

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `src/${path.replaceAll('\\', '/')}`);

type Import = { readonly file: string; readonly what: string; readonly typeOnly: boolean };

/** Every import of every source file; a relative one as a path from the root. */
const IMPORTS: readonly Import[] = SOURCES.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)(\s+type)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map(([, , type, from, dynamic, bare]) => {
    const what = from ?? dynamic ?? bare ?? '';
    return {
      file,
      what: what.startsWith('.')
        ? relative(ROOT, resolve(ROOT, dirname(file), what)).replaceAll('\\', '/')
        : what,
      typeOnly: type !== undefined,
    };
  });
});

function offenders(rule: (one: Import) => boolean): readonly string[] {
  return IMPORTS.filter((one) => !rule(one)).map(({ file, what }) => `${file} imports ${what}`);
}

/** A rule that a package stays within some folders. */
function only(packages: RegExp, ...folders: readonly string[]): readonly string[] {
  return offenders(
    ({ file, what }) => !packages.test(what) || folders.some((folder) => file.startsWith(folder)),
  );
}

test('imports are found at all', () => {
  expect(IMPORTS.length).toBeGreaterThan(500);
  expect(IMPORTS.some(({ what }) => what === 'better-sqlite3')).toBe(true);
  expect(IMPORTS.some(({ what }) => what === 'src/main/database/index.ts')).toBe(true);
});

describe('packages stay where they belong', () => {
  test.each([
    ['electron', /^electron($|\/)/, ['src/main/hosts/electron/', 'src/preload/']],
    ['better-sqlite3', /^better-sqlite3$/, ['src/main/database/']],
    ['pdfkit and fontkit', /^(pdfkit|fontkit)$/, ['src/main/certificates/render/']],
    ['node:http', /^node:https?$/, ['src/main/hosts/loopback/']],
    ['React and Mantine', /^(react|react-dom|@mantine|@tanstack|@tabler|wouter)($|\/)/, ['src/renderer/']],
    ['spreadsheet readers', /^hucre$/, ['src/main/imports/']],
  ])('%s', (_, packages, folders) => {
    expect(only(packages, ...folders)).toEqual([]);
  });

  test('nothing of the web is asked: no module that opens a connection', () => {
    expect(
      only(/^node:(net|dgram|tls|http2|dns)$|^(axios|undici|got|ws)$/, 'src/main/hosts/loopback/'),
    ).toEqual([]);
  });

  test('shared and the window know no Node', () => {
    const node = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    expect(
      offenders(
        ({ file, what }) =>
          !(file.startsWith('src/shared/') || file.startsWith('src/renderer/')) ||
          /\.test\.tsx?$/.test(file) ||
          !node.has(what),
      ),
    ).toEqual([]);
  });
});

describe('floors', () => {
  test.each([
    ['src/shared/', ['src/shared/']],
    ['src/renderer/', ['src/renderer/', 'src/shared/', 'resources/']],
    ['src/preload/', ['src/preload/', 'src/shared/']],
    ['src/main/', ['src/main/', 'src/shared/', 'resources/', 'migrations/', 'package.json']],
  ])('%s imports from its own and below', (floor, allowed) => {
    expect(
      offenders(
        ({ file, what }) =>
          !file.startsWith(floor) ||
          !/^(src|resources|migrations|tests|scripts)\//.test(what) ||
          // A rule's test may hold the rule against the data that ship with it.
          (/\.test\.tsx?$/.test(file) && what.startsWith('resources/')) ||
          allowed.some((folder) => what.startsWith(folder)),
      ),
    ).toEqual([]);
  });

  test('no host knows a feature, and no feature a host', () => {
    expect(
      offenders(
        ({ file, what, typeOnly }) =>
          !file.startsWith('src/main/hosts/') ||
          !what.startsWith('src/main/') ||
          what.startsWith('src/main/hosts/') ||
          what === 'src/main/engine/client.ts' ||
          (what.startsWith('src/main/engine/') && typeOnly),
      ),
    ).toEqual([]);
    expect(offenders(({ file, what }) => !FEATURE.test(file) || !what.startsWith('src/main/hosts/'))).toEqual(
      [],
    );
  });
});

const FEATURE = /^src\/main\/(activities|certificates|curricula|database|imports|office|people)\//;

test('features reach each other through the other’s index.ts', () => {
  expect(
    offenders(({ file, what }) => {
      const [, own] = FEATURE.exec(file) ?? [];
      const [, other] = FEATURE.exec(what) ?? [];
      if (own === undefined || other === undefined || own === other) return true;
      // The sample office is made with the same handlers that the window calls.
      if (file === 'src/main/office/sample/act.ts' && what.endsWith('/handlers.ts')) return true;
      return what === `src/main/${other}/index.ts`;
    }),
  ).toEqual([]);
});

test('a relative import names its file', () => {
  expect(
    offenders(({ what }) => !what.startsWith('src/') || /\.(tsx?|css|json)(\?\w+)?$|\?\w+$/.test(what)),
  ).toEqual([]);
});

test('migrations are numbered without a gap and named for what they do', () => {
  const names = readdirSync(join(ROOT, 'migrations')).toSorted();
  expect(names.length).toBeGreaterThan(0);
  names.forEach((name, index) => {
    expect(name).toMatch(/^\d{4}_[a-z]+(_[a-z]+)*\.sql$/);
    expect(Number(name.slice(0, 4))).toBe(index + 1);
  });
});

describe('text', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => /\.(ts|tsx|css|html|md|json|sql|yml|yaml|txt|svg|csv)$|^[^.]+$/.test(path))
    .filter((path) => path !== '' && path !== 'package-lock.json');

  /** Built from parts so that this file does not contain what it looks for. */
  const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
    ['a path of one machine', new RegExp(`${'/wo'}rk/|${'/ho'}me/\\w+/|${'/Us'}ers/[a-z]+/|${'/tm'}p/wt`)],
    [
      'the address of a package registry',
      new RegExp(['registry\\.npm', 'js\\.org|npm\\.pkg\\.', 'github|artifact', 'ory'].join('')),
    ],
    [
      'work that is left',
      new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`),
    ],
  ];

  test.each(FORBIDDEN)('no file holds %s', (_, pattern) => {
    const found = tracked.filter((path) => {
      try {
        return pattern.test(readFileSync(join(ROOT, path), 'utf8'));
      } catch {
        // Removed in the working copy, or a folder that is a link.
        return false;
      }
    });
    expect(found).toEqual([]);
  });

  test('no test is skipped or alone', () => {
    const pattern = new RegExp(
      `\\b(test|it|describe)\\.(${['sk', 'ip'].join('')}|${['on', 'ly'].join('')}|todo)\\b`,
    );
    const found = tracked
      .filter((path) => /\.test\.tsx?$/.test(path))
      .filter((path) => pattern.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(found).toEqual([]);
  });

  test('the lock file names no registry but the public one', () => {
    const hosts = new Set(
      [
        ...readFileSync(join(ROOT, 'package-lock.json'), 'utf8').matchAll(
          /"resolved": "https?:\/\/([^/"]+)/g,
        ),
      ].map(([, host]) => host),
    );
    expect([...hosts].filter((host) => host !== ['registry.npm', 'js.org'].join(''))).toEqual([]);
  });
});
