// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WriteCardJob } from '@sportello/contracts';
import type { PukAttempts } from '../journal/station-record';

/**
 * What is known of earlier tries with these codes, when another station began to write them and its journal is gone with it: the PUK may be the new one already, so
 * the card is asked before the transport PUK is presented. From its third write on, the lost station may have asked twice without an answer; then one question is left.
 */
export function withThoseElsewhere(own: PukAttempts, { begunElsewhere = 0 }: Pick<WriteCardJob, 'begunElsewhere'>): PukAttempts {
  if (begunElsewhere === 0 || own.hasAttemptedPuk) return own;
  return { ...own, hasAttemptedPuk: true, unansweredProbes: begunElsewhere > 2 ? 1 : 0 };
}
