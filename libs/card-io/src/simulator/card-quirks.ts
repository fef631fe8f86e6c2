// SPDX-License-Identifier: AGPL-3.0-or-later

/** The three files by which a card is recognised. */
export type PublicFileName = 'id-carta' | 'personal-data' | 'certificate';

/** Habits in which real cards differ, each seen or told of on some. Nothing said: as a CNS that does all that ISO 7816-4 allows. */
export interface CardQuirks {
  /** What a READ BINARY comes to that goes past the end of its file; default: 6282 with what there is. */
  readonly endOfFile?: '6282' | '9000' | '6Cxx' | '6700';
  /** The most bytes that one READ BINARY gives, with 9000. */
  readonly longestRead?: number;
  /** Files that are no longer than what they hold; default: padded with zeros. */
  readonly hasExactFiles?: boolean;
  /** A file that is not there, or whose memory cannot be read (6581). */
  readonly damage?: Partial<Readonly<Record<PublicFileName, 'missing' | 'failing'>>>;
  /** All data wait for GET RESPONSE (61xx), whatever Le asked for. */
  readonly keepsAnswersWaiting?: boolean;
  /** What VERIFY without a PIN does; default: it burns a try. */
  readonly emptyVerify?: 'burns-a-try' | 'tells-tries-left';
  /** What makes the card forget a verified PIN and an authenticated issuer. */
  readonly forgetsStatusAt?: readonly ('select' | 'change')[];
  /** SELECT with P1 02; PSO: COMPUTE DIGITAL SIGNATURE, which leaves DECIPHER. */
  readonly refuses?: readonly ('select-sibling' | 'sign')[];
  /** Codes and keys are known from the MF alone (6A88 elsewhere); default: from anywhere. */
  readonly knowsCodesFromMfOnly?: boolean;
  /** What a right PUK gives back; default 10. */
  readonly pukTries?: 3 | 10;
}
