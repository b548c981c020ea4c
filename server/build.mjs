// Bundles the server and `@tikethet/shared` into `dist/main.js`; packages stay in node_modules.
import { build } from 'esbuild';

const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@tikethet/')
        ? undefined
        : { path, external: true },
    );
  },
};

// esbuild has printed what is wrong by itself.
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [packagesStayOutside],
}).catch(() => process.exit(1));
