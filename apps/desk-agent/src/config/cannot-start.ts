// SPDX-License-Identifier: AGPL-3.0-or-later

/** The station cannot start, and this one sentence tells whoever started it what to do. It names variables and files, never what is in them. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
