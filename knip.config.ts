import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  exclude: ['types', 'nsExports', 'nsTypes', 'enumMembers', 'duplicates'],
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs'],
      project: ['scripts/**/*.mjs'],
      ignoreDependencies: ['dependency-cruiser'],
      ignoreUnresolved: ['tsx'],
    },
    shared: {
      entry: ['src/*/index.ts'],
      project: ['src/**/*.ts'],
    },
    server: {
      entry: [
        'src/main.ts',
        'build.mjs',
        'src/sandbox/page/main.tsx',
        'src/sandbox/page/vite.config.ts',
        'src/**/testing/*.ts',
      ],
      project: ['src/**/*.{ts,tsx}', 'migrations/**/*.ts'],
      // Knex calls a migration's functions through the registry's namespace imports.
      ignore: ['migrations/2*.ts'],
    },
    miniapp: {
      entry: ['src/boot/boot.ts', 'src/worker/worker.ts'],
      project: ['src/**/*.{ts,tsx}'],
    },
    desktop: {
      entry: ['src/sync/index.ts'],
      project: ['src/**/*.{ts,tsx}'],
      // scripts/package.mjs runs it.
      ignoreDependencies: ['electron-builder'],
      // A test's small disk, where the system lets it mount one.
      ignoreBinaries: ['mount', 'umount'],
    },
    e2e: {
      entry: ['**/*.spec.ts', 'bench/run.ts', 'soak/run.ts', 'support/engineProcess.ts'],
      project: ['**/*.ts'],
      ignoreBinaries: ['Xvfb', 'pgrep'],
    },
  },
};

export default config;
