// Rule 1 of docs/ARCHITECTURE.md: dependencies point one way, type imports included.
// Tests may import upwards: they put whole parts together.
const tests = '([.]test[.]tsx?$|/testing/)';
const server = (...parts) => `^server/src/(${parts.join('|')})(/|[.]ts$)`;
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const adapters = ['http', 'realtime', 'telegram', 'sandbox'];
const top = ['container', 'main', 'config'];

/** `from` must not import `to`. */
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: to },
});

module.exports = {
  forbidden: [
    never(
      'shared-stands-alone',
      'shared knows nobody',
      '^shared/',
      '^(server|miniapp|desktop|e2e)/',
    ),
    {
      name: 'shared-runs-anywhere',
      comment: 'shared is used in browsers: nothing of Node in it',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    never('miniapp-uses-shared-only', '', '^miniapp/', '^(server|desktop|e2e)/'),
    never('desktop-uses-shared-only', '', '^desktop/', '^(server|miniapp|e2e)/'),
    never('server-serves-built-files', '', '^server/', '^(miniapp|desktop|e2e)/'),
    never(
      'platform-is-the-ground',
      'what every layer may use depends on no layer',
      server('platform'),
      '^server/(migrations|src/(?!platform/))',
    ),
    never(
      'infrastructure-below-domain',
      'db, feed, jobs and storage know nothing of tickets',
      `${server('db', 'feed', 'jobs', 'storage')}|^server/migrations/`,
      server('domain', ...adapters, ...top),
    ),
    never('domain-below-adapters', '', server('domain'), server(...adapters, ...top)),
    never(
      'domain-knows-no-transport',
      'the same verb serves bot, API, job and console',
      server('domain'),
      packages('express', 'grammy', 'socket[.]io', 'multer', 'pino-http'),
    ),
    never('adapters-below-container', '', server(...adapters), server(...top)),
    never('sandbox-is-optional', '', server('http', 'realtime', 'telegram'), server('sandbox')),
    never(
      'sync-runs-without-electron',
      'the sync engine is a plain Node program in its tests',
      '^desktop/src/sync/',
      `${packages('electron')}|^desktop/src/(main|preload|renderer)/`,
    ),
    never(
      'renderer-talks-to-the-bridge',
      '',
      '^desktop/src/renderer/',
      `${packages('electron')}|^desktop/src/(main|preload|sync)/`,
    ),
    never(
      'preload-only-bridges',
      '',
      '^desktop/src/preload/',
      '^desktop/src/(main|sync|renderer)/',
    ),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'an import that cannot be found cannot be judged',
      severity: 'error',
      from: {},
      // Electron's Node has it; the Node that runs this check may not.
      to: { couldNotResolve: true, pathNot: '^node:sqlite$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-web|out|test-results)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
