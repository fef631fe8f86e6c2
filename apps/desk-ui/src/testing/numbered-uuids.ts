// SPDX-License-Identifier: AGPL-3.0-or-later
/** jsdom draws no UUIDs: these are told apart by their number. */
export function numberUuids(): void {
  let made = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `uuid-${(made += 1)}` });
}
