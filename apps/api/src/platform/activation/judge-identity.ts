// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IdentityDocumentMessage, PersonOnDocument } from '@sportello/contracts';
import {
  type ComparedPart,
  type DocumentContext,
  type DocumentExpiry,
  type DocumentType,
  type LocalDate,
  type Outcome,
  type PersonOnPaper,
  type PersonOnChip,
  accept,
  assertNever,
  assessDocument,
  compareIdentity,
  isDocumentType,
  parseCodiceFiscale,
  parseLocalDate,
  refuse,
} from '@sportello/domain';
import type { Refusal } from '../problems/refusal';

/** The document's own rules: of a known type (which is the answer), in force, told in full. */
export function judgeDocument(document: IdentityDocumentMessage, context: DocumentContext): Outcome<DocumentType, Refusal> {
  const { type, number, issuer } = document;
  if (!isDocumentType(type)) return refuse({ kind: 'document-type-unknown', details: { type } });
  const expiresOn: DocumentExpiry | undefined = document.expiresOn === null ? 'none' : dateOf(document.expiresOn);
  const assessment = assessDocument({ type, number, issuer, issuedOn: dateOf(document.issuedOn), expiresOn }, context);
  switch (assessment.kind) {
    case 'in-force':
      return accept(type);
    case 'refused':
      return refuse(assessment.reason);
    case 'incomplete': {
      const malformed = assessment.missing.find((gap) => gap.kind === 'malformed');
      if (malformed) return refuse({ kind: 'document-number-malformed', details: { example: malformed.example } });
      return refuse({ kind: 'document-incomplete', details: { missing: assessment.missing.map(({ field }) => field) } });
    }
    default:
      return assertNever(assessment);
  }
}

/** The person as the document names them, in the domain's own types. A code that is none is a field to mend, not a difference to accept. */
export function personOf({ surname, name, birthDate, codiceFiscale, isNameCutOff }: PersonOnDocument): Outcome<PersonOnPaper, Refusal> {
  const code = codiceFiscale === null || codiceFiscale === '' ? undefined : parseCodiceFiscale(codiceFiscale);
  if (code && !code.ok) return refuse({ kind: 'invalid-request', details: { fields: ['person.codiceFiscale'] } });
  return accept({ surname, name, birthDate: dateOf(birthDate), codiceFiscale: code?.value, isNameCutOff });
}

/** Chip beside document: every row that differs was decided by the operator, row by row. */
export function compareWithChip(chip: PersonOnChip, person: PersonOnPaper, accepted: readonly ComparedPart[]): Outcome<'same-person', Refusal> {
  const undecided = compareIdentity(chip, person).filter((row) => row.needsDecision && !accepted.includes(row.part)).map(({ part }) => part);
  return undecided.length === 0 ? accept('same-person') : refuse({ kind: 'decision-missing', details: { fields: undecided } });
}

/** A date of the right form that is on no calendar counts as not told. */
export function dateOf(text: string): LocalDate | undefined {
  const date = parseLocalDate(text);
  return date.ok ? date.value : undefined;
}
