'use strict';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Jest leaves one core idle, which is half of a small machine.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/__tests__/support/global-setup.cjs',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.(script\\.cjs|lua|sh)$': '<rootDir>/__tests__/support/text-transform.cjs',
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  reporters: ['default', '<rootDir>/__tests__/support/skipped-reporter.cjs'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
