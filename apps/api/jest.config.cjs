// SPDX-License-Identifier: AGPL-3.0-or-later
const database = `${__dirname}/../../tests/support/database`;

module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'api',
  globalSetup: `${database}/global-setup.cjs`,
  globalTeardown: `${database}/global-teardown.cjs`,
  testTimeout: 60_000,
};
