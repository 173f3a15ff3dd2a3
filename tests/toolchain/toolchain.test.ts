import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const Package = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

const { dependencies, devDependencies } = Package.parse(readJson('package.json'));
const declared = { ...dependencies, ...devDependencies };
const lock = Lock.parse(readJson('package-lock.json')).packages;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

describe('versions', () => {
  test('Node is the major that Electron 45 carries, and the one that is pinned', () => {
    expect(process.versions.node.split('.')[0]).toBe('24');
    expect(declared['node']?.split('.')[0]).toBe('24');
    expect(declared['electron']?.split('.')[0]).toBe('45');
  });

  test('every version is pinned exactly', () => {
    for (const [name, version] of Object.entries(declared))
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
  });

  test('what is locked, and what is installed, is what is pinned', () => {
    for (const [name, version] of Object.entries(declared)) {
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
      const installed = z
        .object({ version: z.string() })
        .parse(JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')));
      expect([name, installed.version]).toEqual([name, version]);
    }
  });

  test('every part of Mantine has the same version', () => {
    const parts = Object.entries(declared).filter(([name]) => name.startsWith('@mantine/'));
    expect(parts.length).toBeGreaterThan(3);
    expect(new Set(parts.map(([, version]) => version)).size).toBe(1);
    // Nor does another one come in through a package.
    const locked = Object.entries(lock).filter(([path]) => /(^|\/)node_modules\/@mantine\/[^/]+$/.test(path));
    expect(new Set(locked.map(([, { version }]) => version)).size).toBe(1);
  });

  test('there is one React', () => {
    const found = Object.keys(lock).filter((path) => /(^|\/)node_modules\/react(-dom)?$/.test(path));
    expect(found.toSorted()).toEqual(['node_modules/react', 'node_modules/react-dom']);
  });

  test('every locked package carries its checksum', () => {
    const without = Object.entries(lock).filter(
      ([path, { integrity, version }]) => path !== '' && version !== undefined && integrity === undefined,
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

describe('the database library', () => {
  test('its binary loads, and has what Rounds is built on: STRICT, FTS5 with trigrams, JSON', () => {
    const database = new Database(':memory:');
    database.exec(
      "CREATE TABLE t (a TEXT NOT NULL) STRICT; CREATE VIRTUAL TABLE f USING fts5 (a, tokenize = 'trigram')",
    );
    database.exec("INSERT INTO f VALUES ('garcía')");
    expect(database.prepare('SELECT count(*) FROM f WHERE f MATCH \'"arc"\'').pluck().get()).toBe(1);
    expect(database.prepare("SELECT json_extract('[1,2]', '$[1]')").pluck().get()).toBe(2);
    database.close();
  });
});
