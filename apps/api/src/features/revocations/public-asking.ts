// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PublicRevocationRequest } from '@sportello/contracts';
import { type CaseKind, type CipPattern, type LocalDate, type Outcome, type RevocationAsker, CASE_KIND_RULES, REVOCATION_ASKER_RULES, accept, effectsToRead, judgeReadBack, refuse } from '@sportello/domain';
import type { Refusal } from '../../platform/problems/refusal';
import { redactedProof } from './redacted-proof';

/** What both public requests say besides who asks. */
export type PublicPart = Pick<PublicRevocationRequest, 'reason' | 'caseKind' | 'happenedAt' | 'proof' | 'confirmedEffects'>;

/** What is asked on the page, in the request's terms; nobody is there to be spoken to. */
export function publicAsking({ reason, caseKind, happenedAt, proof, confirmedEffects }: PublicPart, pattern: CipPattern) {
  return {
    act: 'revocation',
    reason,
    asker: askerOf(caseKind),
    caseKind,
    way: 'cip-on-public-page',
    happenedAt: happenedAt === null ? null : new Date(happenedAt),
    proof: redactedProof(proof, pattern),
    confirmedEffects,
    notes: null,
    deskId: null,
    recordedBy: null,
  } as const;
}

/** What can be judged without knowing who asks is judged before the CIP is looked at: nobody learns from a request that would be refused anyway whether a CIP is right. */
export function judgeBeforeCip({ reason, caseKind, confirmedEffects }: PublicPart): Outcome<'may-ask', Refusal> {
  const rule = REVOCATION_ASKER_RULES[askerOf(caseKind)];
  if (!rule.reasons.includes(reason)) return refuse({ kind: 'revocation-not-askable', because: 'reason', ways: [] });
  const confirmed = judgeReadBack(effectsToRead('revocation', reason, true), confirmedEffects);
  return confirmed.ok ? accept('may-ask') : confirmed;
}

export function toldOf<Told extends { readonly birthDate: string | null }>(told: Told): Told & { readonly birthDate: LocalDate | null } {
  return { ...told, birthDate: told.birthDate as LocalDate | null };
}

/** Who comes for themselves is the holder, also as an emancipated minor. */
function askerOf(caseKind: CaseKind | null): Extract<RevocationAsker, 'holder' | 'representative'> {
  return caseKind === null || CASE_KIND_RULES[caseKind].applicant === 'holder' ? 'holder' : 'representative';
}
