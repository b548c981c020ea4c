import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
// By their paths: what a configuration imports from packages is not compiled for it.
import { miniappEn } from '../shared/src/locales/miniapp.en';
import { miniappRu } from '../shared/src/locales/miniapp.ru';
import type { BootTexts } from './src/boot/early';

const entry = fileURLToPath(new URL('src/boot/boot.ts', import.meta.url));
const texts: BootTexts = { ru: miniappRu.tickets.title, en: miniappEn.tickets.title };

/** Puts the boot script into the page's head; the server allows it by its hash. */
export function bootPlugin(): Plugin {
  return {
    name: 'tikethet-boot',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle }) => {
        const chunksOf = (language: string): string[] =>
          Object.values(bundle ?? {})
            .filter((chunk) => chunk.type === 'chunk')
            .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`.${language}.ts`) === true)
            .map(({ fileName }) => `/app/${fileName}`);
        const built = await build({
          entryPoints: [entry],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          charset: 'utf8',
          target: ['es2022', 'safari16', 'chrome100'],
          define: {
            BOOT_TEXTS: JSON.stringify(texts),
            BOOT_CHUNKS: JSON.stringify({ ru: chunksOf('ru'), en: chunksOf('en') }),
          },
        });
        const script = built.outputFiles[0]?.text.trim() ?? '';
        // Before the stylesheet: a script after it would wait until that has come.
        return html.replace('<!-- boot -->', () => `<script>${script}</script>`);
      },
    },
  };
}
