// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardState, type CaseKind, type DeskKind, type Outcome, assertNever, chooseKind, proposeKind, refuse } from '@sportello/domain';
import type { Refusal } from '../../platform/problems/refusal';
import type { CardAtHand } from './card-at-hand';

/** The kind of case that the card calls for: the desk's rules first, then whether its certificate is to be believed. Whoever comes is the holder. */
export function proposeCase({ card, parsed }: CardAtHand, state: CardState, now: Date, deskKind: DeskKind): Outcome<CaseKind, Refusal> {
  const facts = { kind: 'read', idCarta: parsed.idCarta, personalData: parsed.reading.data, certificateNotAfter: new Date(card.certificate.notAfter), state } as const;
  const proposal = proposeKind(facts, now, deskKind);
  if (!proposal.ok) return proposal;
  const kind = chooseKind(proposal.value, 'holder', facts.personalData.birthDate, deskKind);
  if (!kind.ok) return kind;
  switch (card.certificate.status) {
    case 'valid':
      return kind;
    case 'expired':
    case 'not-yet-valid':
    case 'untrusted':
      return refuse({ kind: 'certificate-untrusted' });
    case 'of-another-card':
      return refuse({ kind: 'certificate-of-another-card' });
    default:
      return assertNever(card.certificate.status);
  }
}
