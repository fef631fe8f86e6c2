// SPDX-License-Identifier: AGPL-3.0-or-later
/** The one swc configuration of the workspace: what Jest runs and what the build writes are compiled alike. */
/** @type {import('@swc/core').Options} */
module.exports = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};
