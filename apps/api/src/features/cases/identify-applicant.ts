// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ApplicantCard, IdentificationRequest } from '@sportello/contracts';
import { type ApplicantCardFacts, type CaseNeeds, type Outcome, accept, assertNever, judgeApplication, localDateAt, normaliseDocumentNumber } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { counterOf } from '../../platform/access/caller';
import type { CaseApplicationRow } from '../../platform/database/rows/case-application-row';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { GoOnIdentified } from './go-on-identified';
import { identifiableCase } from './identifiable-case';
import { compareWithChip, judgeDocument, personOf } from '../../platform/activation/judge-identity';
import { keepIdentification } from './keep-identification';
import { applicantCardFacts, toldApplication } from './told-application';

/** Whoever is at the counter is who the document says, and may ask for this: evidence kept, and on in the same act, unless something there is missing. */
@Injectable()
export class IdentifyApplicant implements CaseUseCase<IdentificationRequest> {
  constructor(
    private readonly settings: Settings,
    private readonly goOn: GoOnIdentified,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, request: IdentificationRequest): Promise<Outcome<CaseRow, Refusal>> {
    const identifiable = await identifiableCase(transaction, act, row, this.settings.bodyOptions);
    if (!identifiable.ok) return identifiable;
    const { atHand, needs } = identifiable.value;
    const { accepted, envelope } = request;
    const person = personOf(request.person);
    if (!person.ok) return person;
    const holder = atHand.parsed.reading.data;
    const isHolder = needs.applicant === 'holder';
    const bearerBirthDate = isHolder ? holder.birthDate : (person.value.birthDate ?? holder.birthDate);
    const document = judgeDocument(request.document, { today: localDateAt(transaction.now), holderBirthDate: bearerBirthDate, chosen: this.settings.identityDocuments });
    if (!document.ok) return document;
    const comparison = isHolder ? compareWithChip(holder, person.value, accepted) : accept('compared-with-their-own-card');
    if (!comparison.ok) return comparison;
    const card = await applicantCardFacts(transaction, counterOf(act.caller), isHolder ? undefined : request.applicantCard);
    if (!card.ok) return card;
    const warnings = judgeApplication(needs, toldApplication(transaction, act, { atHand, person: person.value, accepted, card: card.value, grounds: request }));
    if (!warnings.ok) return warnings;

    const { papers = [], declarations = [], decree = null, delegation = null, emancipationTitle = null } = request;
    const known = await keepIdentification(transaction, act, row, {
      atHand,
      document: { ...request.document, type: document.value, number: normaliseDocumentNumber(request.document.number), person: request.person, accepted },
      application: { ...cardColumns(needs, card.value, request.applicantCard), quality: needs.applicant, decree, delegation, emancipationTitle, warnings: [...warnings.value], carriedFrom: null },
      papers,
      declarations,
      envelope,
    });
    return known.ok ? this.goOn.run(transaction, act, known.value) : known;
  }
}

type CardColumns = Pick<CaseApplicationRow, 'cardState' | 'cardIdCarta' | 'cardCodiceFiscale' | 'cardAbsentReason' | 'cardAbsentNote'>;

const NO_CARD: CardColumns = { cardState: null, cardIdCarta: null, cardCodiceFiscale: null, cardAbsentReason: null, cardAbsentNote: null };

function cardColumns({ applicant }: CaseNeeds, facts: ApplicantCardFacts | undefined, told: ApplicantCard | undefined): CardColumns {
  if (applicant === 'holder' || !facts) return NO_CARD;
  switch (facts.state) {
    case 'presented':
      return { ...NO_CARD, cardState: facts.state, cardIdCarta: facts.idCarta, cardCodiceFiscale: facts.person.codiceFiscale.value };
    case 'seen':
      return { ...NO_CARD, cardState: facts.state, cardIdCarta: facts.idCartaLast8, cardCodiceFiscale: facts.codiceFiscale.value };
    case 'absent':
      return { ...NO_CARD, cardState: facts.state, ...(told?.state === 'absent' && { cardAbsentReason: told.reason, cardAbsentNote: told.note }) };
    case 'carried':
      throw new Error('an identification of its own carries nothing over');
    default:
      return assertNever(facts);
  }
}
