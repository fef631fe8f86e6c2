// SPDX-License-Identifier: AGPL-3.0-or-later
/** A cryptographic generator, given by the caller: so many fresh bytes, which become the rule's to wipe. */
export type RandomBytes = (length: number) => Uint8Array;
