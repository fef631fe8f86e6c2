// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../assert-never';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { localDateAt } from '../time/zoned-date';
import type { LocalDate } from '../time/local-date';
import type { IdentificationWay } from './identification-ways';
import { isInPerson } from './identification-ways';
import type { RevocationProof } from './revocation-reasons';

/** What somebody shows or declares. Declarations are DPR 445/2000 art. 46 and 47: signed where there is paper, recorded as spoken or ticked where there is none. */
export type ToldProof =
  | { readonly kind: 'report'; readonly office: string; readonly reportedOn: LocalDate; readonly number: string | null }
  | { readonly kind: 'self-declaration'; readonly isSigned: boolean }
  | { readonly kind: 'death-certificate'; readonly office: string; readonly diedOn: LocalDate }
  | { readonly kind: 'official-act'; readonly office: string; readonly actedOn: LocalDate; readonly number: string };

export interface RevocationProofMissing {
  readonly kind: 'revocation-proof-missing';
  readonly needed: RevocationProof;
  readonly because: 'missing' | 'another-kind' | 'in-the-future' | 'not-signed';
}

/** When it was noticed that the card is gone, and what shows it. */
export interface RevocationGround {
  /** To the second; null where the reason has no such moment. */
  readonly happenedAt: Date | null;
  readonly proof: ToldProof | null;
}

const KINDS_OF: Readonly<Record<RevocationProof, readonly ToldProof['kind'][]>> = {
  'report-or-declaration': ['report', 'self-declaration'],
  'death-certificate-or-declaration': ['death-certificate', 'self-declaration'],
  'official-act': ['official-act'],
};

/** Times are told and kept to the second. */
export function toTheSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

export function judgeRevocationProof(needed: RevocationProof | null, ground: RevocationGround, way: IdentificationWay, now: Date): Outcome<RevocationGround, RevocationProofMissing> {
  const { happenedAt, proof } = ground;
  const kept = { happenedAt: happenedAt && toTheSecond(happenedAt), proof };
  if (needed === null) return accept(kept);
  const missing = (because: RevocationProofMissing['because']) => refuse({ kind: 'revocation-proof-missing', needed, because });
  if (proof === null) return missing('missing');
  if (!KINDS_OF[needed].includes(proof.kind)) return missing('another-kind');
  const isLater = (date: LocalDate) => date > localDateAt(now);
  if ((happenedAt !== null && happenedAt > now) || dayOf(proof).some(isLater)) return missing('in-the-future');
  if (needed === 'report-or-declaration' && happenedAt === null) return missing('missing');
  if (proof.kind === 'self-declaration' && isInPerson(way) && !proof.isSigned) return missing('not-signed');
  return accept(kept);
}

function dayOf(proof: ToldProof): readonly LocalDate[] {
  switch (proof.kind) {
    case 'report':
      return [proof.reportedOn];
    case 'death-certificate':
      return [proof.diedOn];
    case 'official-act':
      return [proof.actedOn];
    case 'self-declaration':
      return [];
    default:
      return assertNever(proof);
  }
}
