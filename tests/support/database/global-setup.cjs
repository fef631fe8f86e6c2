// SPDX-License-Identifier: AGPL-3.0-or-later
/** Jest's `globalSetup`: the PostgreSQL of this run. Specs find it by these two variables. */
module.exports = async () => {
  const { startTestServer } = await import('./server.mjs');
  const server = await startTestServer();
  globalThis.sportelloTestServer = server;
  process.env.SPORTELLO_TEST_SERVER = server.url;
  process.env.SPORTELLO_TEST_RUN = server.runId;
};
