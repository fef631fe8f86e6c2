// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { type CorrectionField, assertNever } from '@sportello/domain';
import type { IdentityDocumentRow } from '../database/rows/case-row';
import type { KeptCorrection } from './correction.repository';

/** What was taken down at the identification, by the name of its correction. */
export function recordedValue(document: IdentityDocumentRow, field: CorrectionField): string | null {
  switch (field) {
    case 'document-type':
      return document.type;
    case 'document-number':
      return document.number;
    case 'document-issuer':
      return document.issuer;
    case 'document-issued-on':
      return document.issuedOn;
    case 'document-expires-on':
      return document.expiresOn;
    case 'person-surname':
      return document.person.surname;
    case 'person-name':
      return document.person.name;
    case 'person-birth-date':
      return document.person.birthDate;
    case 'person-codice-fiscale':
      return document.person.codiceFiscale;
    default:
      return assertNever(field);
  }
}

/** What holds now: the last correction, else what was taken down. */
export function presentValue(document: IdentityDocumentRow, corrections: readonly KeptCorrection[], field: CorrectionField): string | null {
  const last = corrections.findLast((correction) => correction.field === field);
  return last ? last.value : recordedValue(document, field);
}

/** Its type is text, as corrections are: whoever goes by the document judges it anew. */
type CorrectedDocument = Omit<IdentityDocumentRow, 'type' | 'caseId' | 'identifiedBy' | 'identifiedAt'> & { readonly type: string };

/** The document as it holds now, for whoever goes by it again: what was taken down wrong is not carried on. */
export function correctedDocument(document: IdentityDocumentRow, corrections: readonly KeptCorrection[]): CorrectedDocument {
  const of = (field: CorrectionField): string | null => presentValue(document, corrections, field);
  const { source, person, accepted } = document;
  return {
    source,
    accepted,
    type: of('document-type') ?? document.type,
    number: of('document-number') ?? document.number,
    issuer: of('document-issuer') ?? document.issuer,
    issuedOn: of('document-issued-on') ?? document.issuedOn,
    expiresOn: of('document-expires-on'),
    person: {
      ...person,
      surname: of('person-surname') ?? person.surname,
      name: of('person-name') ?? person.name,
      birthDate: of('person-birth-date') ?? person.birthDate,
      codiceFiscale: of('person-codice-fiscale'),
    },
  };
}

/** That something was corrected, why and by whom is always told; what it was and is, like all that names a person, only with the card. */
export function correctionViews(document: IdentityDocumentRow | undefined, corrections: readonly KeptCorrection[], areShown: boolean): CaseView['corrections'] {
  return corrections.map(({ field, value, reason, by, at }) => ({
    field,
    reason,
    by,
    at: at.toISOString(),
    values: areShown && document ? { recorded: recordedValue(document, field), corrected: value } : null,
  }));
}
