import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const browserAndServer = ['shared/**', 'server/**', 'miniapp/**', 'desktop/**'];
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name that is the same everywhere can be found.',
};
const noFarImport = {
  selector: ':matches(ImportDeclaration, ExportNamedDeclaration)[source.value=/^([.][.][/]){3}/]',
  message: 'Three steps up means that this belongs elsewhere, or that the folder needs an index.',
};
const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only server/src/config.ts reads the environment.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/dist-web/**',
      '**/out/**',
      '.cache/**',
      '.data/**',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['knip.config.ts', 'vitest.config.ts', 'miniapp/*.config.ts'],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Handlers of Express, Socket.IO and React may be async: their callers wait or catch.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
      // An async function without await turns a throw into a rejection, which callers rely on.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', noDefaultExport, noFarImport],
    },
  },
  {
    files: ['{miniapp,desktop}/**/*.{ts,tsx}', 'server/src/sandbox/page/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Taking over a changed prop or an outside event into state is what these effects are for.
      'react-hooks/set-state-in-effect': 'off',
      // Says only that React's compiler, which we do not use, would leave a component alone.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: browserAndServer.map((place) => `${place}/*.{ts,tsx}`),
    rules: { 'no-console': 'error' },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/config.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noFarImport, noEnvironment] },
  },
  {
    files: tests,
    rules: {
      // Bodies of answers are `any` until a test looks into them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.config.{ts,mjs}'],
    rules: { 'no-restricted-syntax': ['error', noFarImport] },
  },
);
