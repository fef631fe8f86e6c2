// SPDX-License-Identifier: AGPL-3.0-or-later
/** Thrown inside this folder only: `readPaper` turns it into a refusal. Never quotes the document. */
export class UnreadablePaper extends Error {
  override readonly name = 'UnreadablePaper';
}
