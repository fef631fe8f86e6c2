// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApplicantCard, IdentificationRequest } from '@sportello/contracts';
import { type ApplicantCardFacts, type Application, type Outcome, type PersonOnPaper, accept, assertNever, localDateAt, parseCodiceFiscale, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { Counter } from '../../platform/stations/station-choice';
import { type CardAtHand, cardShown } from './card-at-hand';
import { dateOf } from '../../platform/activation/judge-identity';

/** What the operator tells besides the identity document. */
export type ToldGrounds = Pick<IdentificationRequest, 'papers' | 'declarations' | 'decree' | 'delegation' | 'emancipationTitle'>;

interface Told {
  readonly atHand: CardAtHand;
  readonly person: PersonOnPaper;
  readonly accepted: Application['accepted'];
  readonly card: ApplicantCardFacts | undefined;
  readonly grounds: ToldGrounds;
}

/** A request's application in the domain's own types. A date that is on no calendar counts as not told. */
export function toldApplication({ now }: Transaction, { caller }: Act, { atHand, person, accepted, card, grounds }: Told): Application {
  const { codiceFiscale } = caller.operator;
  const operator = codiceFiscale === null ? undefined : parseCodiceFiscale(codiceFiscale);
  const { papers = [], declarations = [], decree, delegation, emancipationTitle } = grounds;
  return {
    today: localDateAt(now),
    holder: { ...atHand.parsed.reading.data, idCarta: atHand.card.idCarta },
    operator: operator?.ok ? operator.value : undefined,
    person,
    card,
    accepted,
    papers,
    declarations,
    decree: decree && { issuedOn: dateOf(decree.issuedOn) },
    delegation: delegation && {
      delegate: delegation.delegate,
      signedOn: dateOf(delegation.signedOn),
      holderDocumentExpiresOn: delegation.holderDocument.expiresOn === null ? 'none' : dateOf(delegation.holderDocument.expiresOn),
    },
    emancipationTitle,
  };
}

/** The applicant's own card as far as it was shown: one in a reader is read there, and has to be believed. */
export async function applicantCardFacts(transaction: Transaction, counter: Counter, card: ApplicantCard | undefined): Promise<Outcome<ApplicantCardFacts | undefined, Refusal>> {
  if (!card) return accept(undefined);
  switch (card.state) {
    case 'presented': {
      const shown = await cardShown(transaction, counter, card.insertionId);
      if (!shown.ok) return shown;
      const { card: facts, parsed } = shown.value;
      const { status } = facts.certificate;
      // It opens nothing here, so that an old one names its holder as well.
      if (status !== 'valid' && status !== 'expired') return refuse({ kind: status === 'of-another-card' ? 'certificate-of-another-card' : 'certificate-untrusted', details: { reader: 'operator' } });
      return accept({ state: 'presented', idCarta: facts.idCarta, person: parsed.reading.data });
    }
    case 'seen': {
      const code = parseCodiceFiscale(card.codiceFiscale);
      if (!code.ok) return refuse({ kind: 'invalid-request', details: { fields: ['applicantCard.codiceFiscale'] } });
      return accept({ state: 'seen', idCartaLast8: card.idCartaLast8, codiceFiscale: code.value });
    }
    case 'absent':
      return accept({ state: 'absent' });
    default:
      return assertNever(card);
  }
}
