// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../../assert-never';
import { isSamePerson } from '../../codice-fiscale/compare-codice-fiscale';
import type { CodiceFiscale } from '../../codice-fiscale/codice-fiscale';
import { compareIdentity } from '../../comparison/compare-identity';
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { FULL_AGE, ageOn } from '../../time/age';
import type { ApplicantCardFacts, Application, ApplicationRefusal } from './application';
import { missingPapers } from './missing-papers';
import type { CaseNeeds } from './needs';
import { delegateDifferences } from './delegate-differences';
import { isPersonOfChip, isPersonOfCode } from './same-person';
import { type ApplicationWarning, warningsOf } from './warnings';

/** Judges what was put on the counter against what the case asks for: who must not act first, then what is missing, in the order in which it can be solved. */
export function judgeApplication(needs: CaseNeeds, application: Application): Outcome<readonly ApplicationWarning[], ApplicationRefusal> {
  const refusal = whoMayNotAct(needs, application) ?? differingCard(needs, application) ?? missingPapers(needs, application);
  return refusal ? refuse(refusal) : accept(warningsOf(needs, application));
}

/** The stops that no paper mends. Who comes for themselves is compared with their own chip, apart. */
function whoMayNotAct({ applicant, papers }: CaseNeeds, { today, holder, operator, person, card, accepted, delegation }: Application): ApplicationRefusal | undefined {
  if (applicant === 'holder') return undefined;
  const isHolder = isPersonOfChip(holder, person);
  if (card?.state === 'presented') {
    if (card.idCarta === holder.idCarta) return { kind: 'same-card-twice' };
    // The adult's card lies where the citizen's belongs, and the child's in its place.
    if (isHolder && ageOn(card.person.birthDate, today) < FULL_AGE) return { kind: 'cards-swapped' };
  }
  if (card?.state === 'seen' && card.idCartaLast8 === holder.idCarta.slice(-8)) return { kind: 'same-card-twice' };
  const cardCode = codeOn(card);
  if (isHolder || (cardCode && isSamePerson(cardCode, holder.codiceFiscale))) return { kind: 'applicant-is-holder' };
  if (operator && (isPersonOfCode(operator, person) || (cardCode && isSamePerson(cardCode, operator)))) return { kind: 'applicant-is-operator' };
  const age = person.birthDate === undefined ? undefined : ageOn(person.birthDate, today);
  if (age !== undefined && age < FULL_AGE) return { kind: 'applicant-not-adult', age };
  if (delegation && papers.some(({ paper }) => paper === 'delegation')) {
    // A delegate does not delegate: whoever the holder named comes.
    const fields = delegateDifferences(delegation.delegate, person, accepted);
    if (fields.length > 0) return { kind: 'delegation-names-another', fields };
  }
  return undefined;
}

function differingCard({ applicant, asksApplicantCard }: CaseNeeds, { person, card, accepted }: Application): ApplicationRefusal | undefined {
  if (applicant === 'holder') return undefined;
  if (!card) return asksApplicantCard ? { kind: 'applicant-card-reason-missing' } : undefined;
  switch (card.state) {
    case 'presented': {
      const fields = compareIdentity(card.person, person).filter((row) => row.needsDecision && !accepted.includes(row.part)).map(({ part }) => part);
      return fields.length > 0 ? { kind: 'applicant-card-differs', fields } : undefined;
    }
    case 'seen':
      return isPersonOfCode(card.codiceFiscale, person) || accepted.includes('codiceFiscale') ? undefined : { kind: 'applicant-card-differs', fields: ['codiceFiscale'] };
    case 'carried':
    case 'absent':
      return undefined;
    default:
      return assertNever(card);
  }
}

function codeOn(card: ApplicantCardFacts | undefined): CodiceFiscale | undefined {
  if (!card) return undefined;
  switch (card.state) {
    case 'presented':
      return card.person.codiceFiscale;
    case 'seen':
    case 'carried':
      return card.codiceFiscale;
    case 'absent':
      return undefined;
    default:
      return assertNever(card);
  }
}
