// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Jest's environment of Node, but for one thing: the realm of a suite is an ordinary one. Node puts an interceptor before each global of a realm that is made of an
 * object, and a program that names many (`Array`, `Uint8Array`) runs up to ten times slower in it.
 */
const v8 = require('node:v8');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

// The engine's cache of compiled sources would keep the realm of each suite that has ended, with all its modules.
v8.setFlagsFromString('--no-compilation-cache');

module.exports = class PlainRealm extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} given */
  constructor(...given) {
    const { createContext } = vm;
    // The environment takes no context from outside.
    Object.assign(vm, { createContext: () => createContext(vm.constants.DONT_CONTEXTIFY) });
    try {
      super(...given);
    } finally {
      Object.assign(vm, { createContext });
    }
  }
};
