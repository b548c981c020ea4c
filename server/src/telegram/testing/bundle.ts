import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the bundle still finds the packages, and nobody keeps what lies there. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));

/** Bundles a program of the server, so that starting it again and again takes no time. */
export async function bundle(
  entryPoint: string,
): Promise<{ file: string; remove(): Promise<void> }> {
  const file = `${CACHE}bot-${randomBytes(6).toString('hex')}.mjs`;
  await build({
    entryPoints: [entryPoint],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [
      {
        name: 'packages-stay-outside',
        setup(bundler) {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@tikethet/')
              ? undefined
              : { path, external: true },
          );
        },
      },
    ],
  });
  return { file, remove: () => rm(file, { force: true }) };
}
