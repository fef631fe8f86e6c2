// SPDX-License-Identifier: AGPL-3.0-or-later
/** All Jest suites that run on Node; the page's own suite has another environment (apps/desk-ui). */
module.exports = {
  projects: ['libs/*', 'apps/api', 'apps/desk-agent', 'apps/rehearsal', 'apps/vault', 'tests'].map((folder) => `<rootDir>/${folder}`),
  // A hung test must end, and a busy machine must not fail one: generous, since no test asserts how long it took.
  testTimeout: 60_000,
  // A worker whose suites left something behind is replaced between two of them.
  workerIdleMemoryLimit: '2GB',
};
