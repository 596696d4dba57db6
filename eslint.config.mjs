import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Which of our own folders a folder may import from. Imports go one way; see ARCHITECTURE.md. */
const mayImport = {
  model: ['model'],
  clusters: ['model', 'clusters'],
  infra: ['model', 'clusters', 'infra'],
  charts: ['model', 'charts'],
  manifests: ['model', 'clusters', 'charts', 'manifests'],
  checks: ['model', 'checks'],
  diff: ['model', 'checks', 'diff'],
  operate: ['model', 'operate'],
  report: ['model', 'checks', 'report'],
  synth: ['model', 'clusters', 'infra', 'charts', 'manifests', 'checks', 'diff', 'report', 'synth'],
  'terraform-validation': ['model', 'terraform-validation'],
  rehearsal: ['model', 'clusters', 'charts', 'checks', 'synth', 'rehearsal'],
  cli: [
    'model',
    'clusters',
    'infra',
    'charts',
    'manifests',
    'checks',
    'diff',
    'operate',
    'report',
    'synth',
    'terraform-validation',
    'cli',
  ],
};

/** SDKs and Node modules that live in some folders only. */
const fenced = [
  { name: 'cdktf', groups: ['cdktf', 'cdktf/**', '@cdktf/provider-aws/**'], allowedIn: ['infra'] },
  {
    name: 'cdk8s',
    groups: ['cdk8s', 'cdk8s/**', 'cdk8s-plus-28', 'cdk8s-plus-28/**'],
    allowedIn: ['charts', 'manifests'],
  },
  {
    name: 'fs',
    groups: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'],
    allowedIn: ['synth', 'cli', 'terraform-validation', 'rehearsal'],
  },
  {
    name: 'grpc',
    groups: ['@grpc/**', 'protobufjs', 'protobufjs/**'],
    allowedIn: ['terraform-validation'],
  },
];

const folders = Object.keys(mayImport);

const fence = (folder) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^@cdktf/provider-aws/?$',
            message:
              'Import a resource by its deep path (@cdktf/provider-aws/lib/<resource>): the package root costs 13 seconds.',
          },
          ...folders
            .filter((other) => !mayImport[folder].includes(other))
            .map((other) => ({
              regex: `^(\\.\\./)+${other}(/|$)`,
              message: `${folder}/ may not import from ${other}/: imports go one way (ARCHITECTURE.md).`,
            })),
          ...fenced
            .filter(({ allowedIn }) => !allowedIn.includes(folder))
            .map(({ name, groups, allowedIn }) => ({
              group: groups,
              message: `${name} is used in ${allowedIn.join(' and ')} only.`,
            })),
        ],
      },
    ],
    ...(['cli', 'rehearsal'].includes(folder)
      ? {}
      : {
          'no-restricted-properties': [
            'error',
            { object: 'process', property: 'env', message: 'Only cli/ and rehearsal/ read the environment.' },
          ],
        }),
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'charts/schemas/**',
      '**/node_modules/**',
      'bench/.out/**',
      'bench/.compiled/**',
      'cdktf.out/**',
      'cdk8s.out/**',
      'coverage/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals instead of an enum.' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        __filename: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  ...folders.map(fence),
);
