// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, addMonths, addYears, type LocalDate } from '@sportello/domain';
import type { Place, VisitPlan } from './citizen-plan';
import type { IdentityDocument, Visit } from './deck';
import { digits, type RandomIndex } from './random';

type Holder = { readonly birthPlace: Place; readonly document: IdentityDocument };

/** Invents the papers that are held out for a holder who does not come alone. */
export const visitOf = ({ kind, applicant, isCopyExpired }: VisitPlan, { birthPlace, document }: Holder, today: LocalDate, random: RandomIndex): Visit => {
  const { asksDecree, papers } = CASE_KIND_RULES[kind];
  const isDelegated = papers.some(({ paper }) => paper === 'delegation');
  const isEmancipated = papers.some(({ paper }) => paper === 'emancipation-title');
  const { type, number, expiresOn } = document;
  return {
    kind,
    applicant: applicant ?? null,
    decree: asksDecree ? { number: `${digits(3, random)}/${today.slice(0, 4)}`, issuedOn: addMonths(today, -7), court: `Tribunale di ${birthPlace.name}` } : null,
    delegation: isDelegated ? { signedOn: addMonths(today, -1), holderDocument: { type, number, expiresOn: isCopyExpired ? addYears(today, -1) : expiresOn } } : null,
    emancipationTitle: isEmancipated ? `Comune di ${birthPlace.name}, atto di matrimonio ${digits(2, random)}/${today.slice(0, 4)}` : null,
  };
};
