// SPDX-License-Identifier: AGPL-3.0-or-later
/** The program cannot do what it was asked: its message is the one sentence that the person at the terminal reads. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
