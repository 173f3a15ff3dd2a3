import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** A file of the window. */
export type StaticFile = { readonly bytes: Buffer; readonly mediaType: string; readonly immutable: boolean };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Reads a file of the window by the path of its address; null for what is not there or lies outside the folder. */
export async function readStaticFile(directory: string, pathname: string): Promise<StaticFile | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || (decoded !== '/' && decoded.endsWith('/'))) return null;
  const path = resolve(directory, `.${decoded === '/' ? '/index.html' : decoded}`);
  if (!path.startsWith(directory + sep)) return null;
  const mediaType = MEDIA_TYPES[extname(path)];
  if (mediaType === undefined) return null;
  try {
    if (!(await stat(path)).isFile()) return null;
    // Vite puts a hash of the content into the name of everything under assets/.
    return {
      bytes: await readFile(path),
      mediaType,
      immutable: path.startsWith(resolve(directory, 'assets') + sep),
    };
  } catch {
    return null;
  }
}
