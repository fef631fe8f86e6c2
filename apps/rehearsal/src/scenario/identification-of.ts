// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, IdentificationRequest } from '@sportello/contracts';
import type { DocumentedCitizen } from './citizen-client';
import { StoryBroken } from './story-broken';

/** Whoever stands at the counter. */
export type AtCounter = {
  readonly holder: DocumentedCitizen;
  /** Comes for the holder; undefined: the holder comes. */
  readonly applicant: DocumentedCitizen | undefined;
  /** The stay of the applicant's own card in the second reader. */
  readonly applicantStay: string | undefined;
};

/** What the operator reads off document and papers and types, the face being that of whoever came. All that the case asks for is there, signed where it is to be signed. */
export const identificationOf = ({ revision, needs }: CaseView, { holder, applicant, applicantStay }: AtCounter): IdentificationRequest => {
  if (needs === null) throw new StoryBroken('The case has ended before anybody was identified.');
  const { type, number, issuer, issuedOn, expiresOn, surname, name, birthDate, codiceFiscale } = (applicant ?? holder).document;
  const { decree, delegation, emancipationTitle } = holder.visit ?? { decree: null, delegation: null, emancipationTitle: null };
  return {
    revision,
    document: { type, number, issuer, issuedOn, expiresOn, source: 'typed' },
    person: { surname, name, birthDate, codiceFiscale },
    accepted: [],
    isFaceConfirmed: true,
    papers: needs.papers,
    declarations: needs.declarations,
    ...(needs.asksApplicantCard && applicantStay !== undefined && { applicantCard: { state: 'presented', insertionId: applicantStay } }),
    ...(needs.asksDecree && decree !== null && { decree: { ...decree, coversAct: true } }),
    ...(delegation !== null && applicant && { delegation: { ...delegation, delegate: { surname: applicant.surname, name: applicant.name }, isImpedimentDeclared: true } }),
    ...(emancipationTitle !== null && { emancipationTitle }),
  };
};
