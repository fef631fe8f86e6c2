// SPDX-License-Identifier: AGPL-3.0-or-later
/** The rows of an act could not be written, and so the act did not happen: its transaction is taken back whole. */
export class AuditNotWritten extends Error {
  constructor(
    /** The acts that are not told. */
    readonly acts: readonly string[],
    override readonly cause: unknown,
  ) {
    super('the audit rows of an act could not be written');
    this.name = 'AuditNotWritten';
  }

  /** Only an answer is held back: an act that came with the look was told before, and stays done. */
  get isLookAlone(): boolean {
    return this.acts.every((act) => act === 'personal-data.shown');
  }
}
