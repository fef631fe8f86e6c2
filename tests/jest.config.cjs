// SPDX-License-Identifier: AGPL-3.0-or-later
const database = `${__dirname}/support/database`;

module.exports = {
  ...require('../jest.preset.cjs'),
  displayName: 'tests',
  globalSetup: `${database}/global-setup.cjs`,
  globalTeardown: `${database}/global-teardown.cjs`,
};
