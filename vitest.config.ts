import { defineConfig } from 'vitest/config';

/** Three kinds of tests by what they need: nothing, a real SQLite file, a real browser. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'engine',
          include: [
            'tests/engine/**/*.test.ts',
            'tests/security/**/*.test.ts',
            'tests/crash/**/*.test.ts',
            'tests/electron/**/*.test.ts',
            'tests/toolchain/**/*.test.ts',
          ],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'window',
          include: ['tests/window/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          // Each file has a program and a browser of its own; more at once would only make each slow.
          maxWorkers: 2,
          // A machine that stands still for a moment may lose a keystroke; a fault of the program fails twice.
          retry: 1,
        },
      },
    ],
  },
});
