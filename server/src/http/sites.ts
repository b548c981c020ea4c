import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** Files whose names carry a hash of their content never change. */
const YEAR = 31_536_000_000;

/** The policy, with the page's own inline scripts named by their hashes: no other one runs. */
export function allowInline(policy: string, html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text);
  const hashes = scripts.map(
    (text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return policy.replace("script-src 'self'", (allowed) => allowed + hashes.join(''));
}

/**
 * A built single-page application under a path: hashed files cached for ever, its page never, any
 * other address gives the page.
 */
export function site(mount: string, folder: string): Router {
  const router = Router({ strict: true });
  router.get(mount, (request, response) => {
    const query = request.originalUrl.slice(request.path.length);
    response.redirect(308, `${mount.slice(1)}/${query}`);
  });
  router.use(
    mount,
    express.static(folder, {
      index: false,
      setHeaders: (response, file) => {
        const hashed = path.dirname(file).endsWith('assets');
        response.setHeader(
          'Cache-Control',
          hashed ? `public, max-age=${YEAR / 1_000}, immutable` : 'no-cache',
        );
      },
    }),
  );
  const page: RequestHandler = async (_request, response) => {
    const html = await readFile(path.join(folder, 'index.html'), 'utf8');
    const policy = String(response.getHeader('Content-Security-Policy'));
    response.setHeader('Content-Security-Policy', allowInline(policy, html));
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(html);
  };
  router.get(`${mount}/`, page);
  router.get(`${mount}/*rest`, page);
  return router;
}
