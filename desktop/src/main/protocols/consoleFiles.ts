import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { CONSOLE_HEADERS } from '../security/contentSecurityPolicy';
import { isConsoleUrl } from './consoleUrl';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

const answer = (status: number) => new Response(null, { status, headers: { ...CONSOLE_HEADERS } });

/**
 * Serves the built renderer. Paths without an extension are the router's, and get the page.
 * @param root folder of the built renderer
 */
export function consoleFiles(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isConsoleUrl(request.url)) return answer(404);
    if (request.method !== 'GET') return answer(405);
    let path: string;
    try {
      path = decodeURIComponent(new URL(request.url).pathname);
    } catch {
      return answer(400);
    }
    const type = TYPES[extname(path)];
    if (extname(path) !== '' && type === undefined) return answer(404);
    const file = type === undefined ? join(root, 'index.html') : join(root, path);
    // `%2e%2e%2f` survives the URL parser and is a way out only after decoding.
    if (!file.startsWith(root + sep) || path.includes('\0')) return answer(404);
    try {
      const body = new Uint8Array(await readFile(file));
      const headers = { ...CONSOLE_HEADERS, 'content-type': type ?? TYPES['.html'] ?? '' };
      return new Response(body, { status: 200, headers });
    } catch {
      return answer(404);
    }
  };
}
