// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_RULES, moveCard } from '../card/card-states';
import type { CardRules, CardState, ForbiddenCardTransition } from '../card/card-states';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { isInPerson } from './identification-ways';
import type { IdentificationWay } from './identification-ways';
import type { CertificateRevocationReason, CrlReason } from './revocation-reasons';
import { REVOCATION_REASON_RULES } from './revocation-reasons';

/** What a request asks of a certificate. */
export const CERTIFICATE_ACTS = ['revocation', 'suspension', 'reactivation'] as const;

export type CertificateAct = (typeof CERTIFICATE_ACTS)[number];

/** What a card is once its authority did what was asked. */
export const CARD_STATE_AFTER: Readonly<Record<CertificateAct, 'revoked' | 'suspended' | 'active'>> = { revocation: 'revoked', suspension: 'suspended', reactivation: 'active' };

export type CertificateActRefusal =
  | { readonly kind: 'suspension-off' }
  | { readonly kind: 'reactivation-in-person' }
  | ForbiddenCardTransition;

/** Whether a card in this state can be revoked, suspended or taken back into use. Suspension is off until a body switches it on, and its end is asked for in person only. */
export function judgeCertificateAct(act: CertificateAct, way: IdentificationWay, state: CardState, rules: CardRules = CARD_RULES): Outcome<CardState, CertificateActRefusal> {
  if (act !== 'revocation' && !rules.isSuspensionOn) return refuse({ kind: 'suspension-off' });
  if (act === 'reactivation' && !isInPerson(way)) return refuse({ kind: 'reactivation-in-person' });
  const moved = moveCard(state, CARD_STATE_AFTER[act], rules);
  return moved.ok ? accept(CARD_STATE_AFTER[act]) : moved;
}

/** The reason as the authority is told it. A suspension and its end have each their own (RFC 5280 §5.3.1). */
export function crlReasonOf(act: CertificateAct, reason: CertificateRevocationReason): CrlReason {
  if (act === 'suspension') return 'certificateHold';
  return act === 'reactivation' ? 'removeFromCRL' : REVOCATION_REASON_RULES[reason].crlReason;
}
