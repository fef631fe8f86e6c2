// SPDX-License-Identifier: AGPL-3.0-or-later
module.exports = { ...require('../../jest.preset.cjs'), displayName: 'vault', testTimeout: 60_000 };
