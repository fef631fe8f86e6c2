// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import type { HolderEvidence } from '../../platform/activation/card-on-desk';
import { type ApplicationPapers, CaseApplicationRepository } from '../../platform/activation/case-application.repository';
import { CaseRepository } from '../../platform/activation/case.repository';
import { columnsOf } from '../../platform/activation/envelope-style';
import type { CaseApplicationRow } from '../../platform/database/rows/case-application-row';
import type { CaseRow, IdentityDocumentRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CardAtHand } from './card-at-hand';

/** All that is kept of an identification. */
export interface Identification extends ApplicationPapers {
  readonly atHand: CardAtHand;
  readonly document: Omit<IdentityDocumentRow, 'caseId' | 'identifiedBy' | 'identifiedAt'>;
  readonly application: Omit<CaseApplicationRow, 'caseId'>;
  readonly envelope: Parameters<typeof columnsOf>[0] | undefined;
}

/** recognised → identified: who came, by which document and on which grounds, with the differences that the operator accepted. The log has the sorts of things, and nobody's name. */
export async function keepIdentification(transaction: Transaction, act: Act, row: CaseRow, kept: Identification): Promise<Outcome<CaseRow, Refusal>> {
  const { atHand, document, application, papers, declarations, envelope } = kept;
  await transaction.repository(CaseRepository).keepDocument({ ...document, caseId: row.id, identifiedBy: act.caller.operator.id, identifiedAt: transaction.now });
  await transaction.repository(CaseApplicationRepository).keep({ ...application, caseId: row.id }, { papers, declarations }, transaction.now);
  return advanceCase(transaction, act, row, {
    to: 'identified',
    act: 'case.identified',
    details: {
      documentType: document.type,
      source: document.source,
      accepted: document.accepted,
      quality: application.quality,
      applicantCard: application.cardState,
      applicantCardAbsent: application.cardAbsentReason,
      papers: papers.map(({ paper, handling }) => `${paper}: ${handling}`),
      declarations,
      warnings: application.warnings,
      carriedFrom: application.carriedFrom,
    },
    changes: { holder: evidenceOf(atHand), certificate: atHand.certificate, ...(envelope && columnsOf(envelope)) },
  });
}

function evidenceOf({ card, parsed }: CardAtHand): HolderEvidence {
  const { surname, name, birthDate, sex, codiceFiscale, expiresOn } = parsed.reading.data;
  return { surname, name, birthDate, birthPlace: card.birthPlace, sex, codiceFiscale: codiceFiscale.value, cardExpiresOn: expiresOn };
}
