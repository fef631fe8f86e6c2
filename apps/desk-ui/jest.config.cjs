// SPDX-License-Identifier: AGPL-3.0-or-later
const { createCjsPreset } = require('jest-preset-angular/presets');
const shared = require('../../jest.preset.cjs');

/** The page's tests run in jsdom, and without Node's own ES modules: the preset turns Angular's packages into CommonJS. */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  // Angular's packages end in .mjs; Transloco's helpers and `mrz` are ES modules in .js.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/utils/|mrz/))'],
  displayName: 'desk-ui',
  testMatch: shared.testMatch,
  testPathIgnorePatterns: shared.testPathIgnorePatterns,
  modulePathIgnorePatterns: shared.modulePathIgnorePatterns,
  moduleNameMapper: shared.moduleNameMapper,
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
};
