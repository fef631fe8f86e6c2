// SPDX-License-Identifier: AGPL-3.0-or-later
/** Jest's `globalTeardown`. */
module.exports = async () => {
  await globalThis.sportelloTestServer?.stop();
};
