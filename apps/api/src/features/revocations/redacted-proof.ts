// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ToldProofMessage } from '@sportello/contracts';
import { type CipPattern, redactCips } from '@sportello/domain';

/** The name of an office is a free word, and loses what may be a CIP; the number of a report or an act stays as it is on the paper. */
export function redactedProof(proof: ToldProofMessage | null, pattern: CipPattern): ToldProofMessage | null {
  return proof && 'office' in proof ? { ...proof, office: redactCips(proof.office, pattern).text } : proof;
}
