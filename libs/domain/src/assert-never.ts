// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Closes a switch over a union: a member that was forgotten is a compile error here.
 * At run time it throws without showing the value, which may be personal data.
 */
export function assertNever(value: never): never {
  throw new TypeError(`a case was forgotten for a value of type ${typeof value}`);
}
