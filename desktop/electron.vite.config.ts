import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

/** electron-vite makes asset addresses relative; ours must hold on every path of the router. */
const absoluteBase: Plugin = { name: 'tikethet:absolute-base', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      outDir: resolve(here, 'out/main'),
      // Everything is bundled, so that the packaged app carries no node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/main/index.ts'),
          sync: resolve(here, 'src/sync/index.ts'),
        },
        // Optional native speed-ups of `ws`, which looks for them at run time; and what Electron's
        // Node has, but maybe not the Node that builds.
        external: ['bufferutil', 'utf-8-validate', 'node:sqlite'],
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        // A sandboxed preload can neither be a module nor import files.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react(), absoluteBase],
    build: {
      outDir: resolve(here, 'out/renderer'),
      // The policy allows no data: script, and a font or picture as a file is cached better.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: resolve(here, 'src/renderer/index.html'),
        // What the first page needs comes as one file: each costs main and page a few milliseconds.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
