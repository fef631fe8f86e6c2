// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SameApplicantRequest } from '@sportello/contracts';
import { type ApplicantCardFacts, type CodiceFiscale, type Outcome, judgeApplication, localDateAt, parseCodiceFiscale, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { CaseApplicationRepository } from '../../platform/activation/case-application.repository';
import { CorrectionRepository } from '../../platform/activation/correction.repository';
import { correctedDocument } from '../../platform/activation/corrections';
import type { CaseApplicationRow } from '../../platform/database/rows/case-application-row';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { GoOnIdentified } from './go-on-identified';
import { identifiableCase } from './identifiable-case';
import { judgeDocument, personOf } from '../../platform/activation/judge-identity';
import { keepIdentification } from './keep-identification';
import { openVisit } from './same-visit';
import { toldApplication } from './told-application';

/**
 * *Stesso richiedente, prossima tessera*: document, card and signed declarations of the visit's earlier case hold for this card, too; the face is looked at again. What
 * names one holder (a delegation, a decree) is told for each.
 */
@Injectable()
export class IdentifySameApplicant implements CaseUseCase<SameApplicantRequest> {
  constructor(
    private readonly settings: Settings,
    private readonly goOn: GoOnIdentified,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, request: SameApplicantRequest): Promise<Outcome<CaseRow, Refusal>> {
    const identifiable = await identifiableCase(transaction, act, row, this.settings.bodyOptions);
    if (!identifiable.ok) return identifiable;
    const { atHand, needs } = identifiable.value;
    const visit = await openVisit(transaction, act, row.visitCaseId);
    if (!visit.ok) return visit;
    // A holder who comes for themselves, too, is compared with their own chip.
    if (needs.applicant === 'holder') return refuse({ kind: 'same-visit-ended', details: { because: 'holder' } });
    const { row: earlier, application } = visit.value;
    const document = correctedDocument(visit.value.document, await transaction.repository(CorrectionRepository).of(earlier.id));
    const person = personOf(document.person);
    if (!person.ok) return person;
    // Midnight may have passed since, or the document been corrected.
    const bearerBirthDate = person.value.birthDate ?? atHand.parsed.reading.data.birthDate;
    const judged = judgeDocument(document, { today: localDateAt(transaction.now), holderBirthDate: bearerBirthDate, chosen: this.settings.identityDocuments });
    if (!judged.ok) return judged;
    const applications = transaction.repository(CaseApplicationRepository);
    const [papersBefore, declarationsBefore] = [await applications.papersOf(earlier.id), await applications.declarationsOf(earlier.id)];
    const papers = [...papersBefore.filter(({ paper }) => paper === 'applicant-identity-document'), ...(request.papers ?? []).filter(({ paper }) => paper !== 'applicant-identity-document')];
    const declarations = [...new Set([...declarationsBefore.filter((declaration) => declaration !== 'loss-of-codes'), ...(request.declarations ?? [])])].filter((declaration) => needs.declarations.includes(declaration));
    const { accepted } = document;
    const card = carriedCard(application);
    const warnings = judgeApplication(needs, toldApplication(transaction, act, { atHand, person: person.value, accepted, card, grounds: { ...request, papers, declarations } }));
    if (!warnings.ok) return warnings;

    const { decree = null, delegation = null, envelope } = request;
    const known = await keepIdentification(transaction, act, row, {
      atHand,
      document: { ...document, type: judged.value },
      application: { ...cardOf(application), quality: needs.applicant, decree, delegation, emancipationTitle: null, warnings: [...warnings.value], carriedFrom: application.carriedFrom ?? earlier.id },
      papers,
      declarations,
      envelope,
    });
    return known.ok ? this.goOn.run(transaction, act, known.value) : known;
  }
}

function cardOf({ cardState, cardIdCarta, cardCodiceFiscale, cardAbsentReason, cardAbsentNote }: CaseApplicationRow) {
  return { cardState, cardIdCarta, cardCodiceFiscale, cardAbsentReason, cardAbsentNote };
}

/** As it was shown then: what it had to be compared with, it was. */
function carriedCard({ cardState, cardIdCarta, cardCodiceFiscale }: CaseApplicationRow): ApplicantCardFacts | undefined {
  if (cardState === null) return undefined;
  if (cardState === 'absent') return { state: 'absent' };
  return { state: 'carried', idCarta: cardIdCarta?.length === 16 ? cardIdCarta : undefined, codiceFiscale: codeOf(cardCodiceFiscale) };
}

function codeOf(text: string | null): CodiceFiscale | undefined {
  const code = text === null ? undefined : parseCodiceFiscale(text);
  return code?.ok ? code.value : undefined;
}
