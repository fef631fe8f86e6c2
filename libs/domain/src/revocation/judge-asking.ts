// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind, Declaration, PaperAsked } from '../case/case-kinds/case-kind';
import { CASE_KIND_RULES } from '../case/case-kinds/case-kind-rules';
import { isForAge } from '../case/recognition/propose-kind';
import type { DeskKind } from '../case/desk-kinds';
import type { ModeOfActivation } from '../case/modes-of-activation';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { FULL_AGE } from '../time/age';
import { isByCip, isInPerson } from './identification-ways';
import type { IdentificationWay } from './identification-ways';
import type { RevocationApproval, RevocationAsker } from './revocation-askers';
import { REVOCATION_ASKER_RULES } from './revocation-askers';
import type { CertificateRevocationReason, RevocationProof } from './revocation-reasons';
import { REVOCATION_REASON_RULES } from './revocation-reasons';

export interface RevocationAsking {
  readonly asker: RevocationAsker;
  /** As which case kind a representative speaks, or an emancipated minor for themselves; null for everybody else. */
  readonly caseKind: CaseKind | null;
  readonly way: IdentificationWay;
  readonly reason: CertificateRevocationReason;
  /** Age of the holder in whole years; null: not known here. */
  readonly holderAge: number | null;
  /** As which the card was activated; null: not known here. */
  readonly mode: ModeOfActivation | null;
  /** Null: not at a desk. */
  readonly deskKind: DeskKind | null;
}

/** What has to be there before the request is verified. */
export interface RevocationNeeds {
  readonly asksCip: boolean;
  readonly papers: readonly PaperAsked[];
  readonly declarations: readonly Declaration[];
  readonly asksDecree: boolean;
  readonly proof: RevocationProof | null;
  readonly approval: RevocationApproval;
  /** A supervisor gets the hour, and the data-protection officer by the supervisor's export. */
  readonly isBreach: boolean;
}

/** `ways`: how these people can ask for it instead; none: they cannot. */
export interface RevocationNotAskable {
  readonly kind: 'revocation-not-askable';
  readonly because: 'reason' | 'way' | 'minor' | 'representative-kind' | 'not-who-activated' | 'desk-kind';
  readonly ways: readonly IdentificationWay[];
}

const IDENTITY_DOCUMENT: PaperAsked = { paper: 'applicant-identity-document', handling: 'by-desk-kind' };

/** Who asks for what, and how: what it takes, or why it cannot be. */
export function judgeRevocationAsking(asking: RevocationAsking): Outcome<RevocationNeeds, RevocationNotAskable> {
  const { asker, way, reason } = asking;
  const rule = REVOCATION_ASKER_RULES[asker];
  if (!rule.reasons.includes(reason)) return refuse({ kind: 'revocation-not-askable', because: 'reason', ways: [] });
  if (!rule.ways.includes(way)) return refuse({ kind: 'revocation-not-askable', because: 'way', ways: rule.ways });
  if (asker === 'representative') return judgeRepresentative(asking);
  if (asker === 'holder' && isMinorAlone(asking)) return refuse({ kind: 'revocation-not-askable', because: 'minor', ways: [] });
  if (asker === 'holder' && isByCip(way) && isEmancipatedOnTheirWord(asking)) return refuse({ kind: 'revocation-not-askable', because: 'not-who-activated', ways: rule.ways.filter(isInPerson) });
  return accept({ ...commonNeeds(asking), papers: isInPerson(way) ? [IDENTITY_DOCUMENT] : [], declarations: [], asksDecree: false, approval: isEmancipatedInPerson(asking) ? 'supervisor' : rule.approval });
}

/** A minor's certificate is spoken for by who may act for them; the emancipated speak for themselves (art. 390 c.c.). */
function isMinorAlone({ holderAge, caseKind }: RevocationAsking): boolean {
  return holderAge !== null && holderAge < FULL_AGE && caseKind !== 'emancipated-minor';
}

/** The title is shown at the desk, and a supervisor judges it, as they do a decree. */
function isEmancipatedInPerson({ asker, caseKind, way }: RevocationAsking): boolean {
  return asker === 'holder' && caseKind === 'emancipated-minor' && isInPerson(way);
}

/** Their title was seen when they had the card activated themselves; a parent's activation tells nothing of it. */
function isEmancipatedOnTheirWord({ holderAge, caseKind, mode }: RevocationAsking): boolean {
  return caseKind === 'emancipated-minor' && holderAge !== null && holderAge < FULL_AGE && mode !== CASE_KIND_RULES[caseKind].mode;
}

/**
 * By CIP speaks only who had the card activated in that quality: they were given the envelope, and their papers were seen then. A health delegate's power ended with the codes
 * handed over (it is for activation and collection): they come with a new delegation.
 */
function judgeRepresentative(asking: RevocationAsking): Outcome<RevocationNeeds, RevocationNotAskable> {
  const { caseKind, way, deskKind, mode, holderAge } = asking;
  const ways = REVOCATION_ASKER_RULES.representative.ways;
  const kind = caseKind === null ? undefined : CASE_KIND_RULES[caseKind];
  if (!kind || kind.applicant === 'holder') return refuse({ kind: 'revocation-not-askable', because: 'representative-kind', ways: [] });
  // On the eighteenth birthday nobody speaks for a minor any more.
  if (holderAge !== null && !isForAge(kind, holderAge)) return refuse({ kind: 'revocation-not-askable', because: 'representative-kind', ways: [] });
  const isDelegate = kind.applicant === 'delegate';
  if (isByCip(way) && isDelegate) return refuse({ kind: 'revocation-not-askable', because: 'representative-kind', ways: ways.filter(isInPerson) });
  if (isByCip(way) && mode !== kind.mode) return refuse({ kind: 'revocation-not-askable', because: 'not-who-activated', ways: ways.filter(isInPerson) });
  if (isByCip(way)) return accept({ ...commonNeeds(asking), papers: [], declarations: [], asksDecree: false, approval: 'none' });
  if (deskKind !== null && !kind.deskKinds.includes(deskKind)) return refuse({ kind: 'revocation-not-askable', because: 'desk-kind', ways });
  const { papers, declarations, asksDecree, needsApproval } = kind;
  return accept({ ...commonNeeds(asking), papers, declarations, asksDecree, approval: needsApproval ? 'supervisor' : 'none' });
}

function commonNeeds({ way, reason, asker }: RevocationAsking): Pick<RevocationNeeds, 'asksCip' | 'proof' | 'isBreach'> {
  const { proof, isBreach } = REVOCATION_REASON_RULES[reason];
  return { asksCip: isByCip(way), proof: asker === 'issuer' ? 'official-act' : proof, isBreach };
}
