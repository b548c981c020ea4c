import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const entry = fileURLToPath(new URL('src/worker/worker.ts', import.meta.url));

/** Writes the service worker beside the page, with the names of all files of this build. */
export function workerPlugin(): Plugin {
  return {
    name: 'tikethet-worker',
    apply: 'build',
    writeBundle: async ({ dir }, bundle) => {
      if (dir === undefined) return;
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      // Other names or another page: another build. Names carry hashes of what is in the files.
      const html = await readFile(path.join(dir, 'index.html'));
      const version = createHash('sha256').update(html).update(files.sort().join('\n'));
      await build({
        entryPoints: [entry],
        outfile: path.join(dir, 'worker.js'),
        bundle: true,
        minify: true,
        format: 'iife',
        target: ['es2022', 'safari16', 'chrome100'],
        define: {
          WORKER_FILES: JSON.stringify(files.map((name) => `/app/${name}`)),
          WORKER_VERSION: JSON.stringify(version.digest('hex').slice(0, 12)),
        },
      });
    },
  };
}
