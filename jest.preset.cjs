// SPDX-License-Identifier: AGPL-3.0-or-later
/** What every Node project's Jest shares: TypeScript through swc, workspace packages read from their sources. */
const workspace = (/** @type {string} */ path) => `${__dirname}/${path}`;

module.exports = {
  testEnvironment: workspace('tools/test/plain-realm.cjs'),
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', require('./tools/build/swc.cjs')],
  },
  moduleNameMapper: {
    '^@sportello/migrations$': workspace('migrations/src/index.ts'),
    '^@sportello/(domain|contracts|seal|card-io|paper|ipp)$': workspace('libs/$1/src/index.ts'),
    '^@sportello/(domain|card-io|paper|ipp|seal)/([a-z]+)$': workspace('libs/$1/src/$2/index.ts'),
  },
};
