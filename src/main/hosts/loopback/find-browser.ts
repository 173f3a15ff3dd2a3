import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Path of an installed Chrome, Chromium or Edge, or null. `ROUNDS_BROWSER` names another one. */
export function findBrowser(): string | null {
  const chosen = process.env['ROUNDS_BROWSER'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  return places().find((path) => existsSync(path)) ?? null;
}

function places(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [
        process.env['PROGRAMFILES'],
        process.env['PROGRAMFILES(X86)'],
        process.env['LOCALAPPDATA'],
      ].flatMap((root) =>
        root
          ? [
              join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
              join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
              join(root, 'Chromium', 'Application', 'chrome.exe'),
            ]
          : [],
      );
    default:
      return (process.env['PATH'] ?? '')
        .split(delimiter)
        .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  }
}
