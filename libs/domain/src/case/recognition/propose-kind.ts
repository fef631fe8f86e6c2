// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../../assert-never';
import type { CardState } from '../../card/card-states';
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { ageOn, birthdayOf } from '../../time/age';
import { isBefore } from '../../time/date-arithmetic';
import type { LocalDate } from '../../time/local-date';
import { localDateAt } from '../../time/zoned-date';
import { HOLDER } from '../case-kinds/holder';
import type { DeskKind } from '../desk-kinds';
import { regionsActivatableAt } from './activatable-regions';
import type { CardFacts, KindProposal, ReadCard, RecognitionRefusal } from './recognition';

/** Proposes the kind of case for a card, or says why there can be none. `instant` is the moment of the act; days are those of Europe/Rome. */
export function proposeKind(facts: CardFacts, instant: Date, deskKind: DeskKind): Outcome<KindProposal, RecognitionRefusal> {
  if (facts.kind !== 'read') return refuse(facts);
  const today = localDateAt(instant);
  const refusal =
    refusalByIssuer(facts, today, deskKind) ?? refusalByExpiry(facts, instant, today) ?? refusalByState(facts.state, facts) ?? refusalByAge(facts, today);
  if (refusal) return refuse(refusal);
  return accept({ kind: HOLDER.kind, age: ageOn(facts.personalData.birthDate, today) });
}

function refusalByIssuer({ idCarta }: ReadCard, today: LocalDate, deskKind: DeskKind): RecognitionRefusal | undefined {
  if (idCarta.bearer === 'operator') return { kind: 'professional-card', type: idCarta.type };
  const { issuerCode, region } = idCarta;
  const isOurs = region !== undefined && regionsActivatableAt(deskKind, today).includes(region.code);
  return isOurs ? undefined : { kind: 'other-region', issuerCode, regionName: region?.name, deskKind };
}

/** A card is good through its last day; card and certificate expire a few days apart, and either one ends the matter. */
function refusalByExpiry({ personalData, certificateNotAfter }: ReadCard, instant: Date, today: LocalDate): RecognitionRefusal | undefined {
  if (isBefore(personalData.expiresOn, today)) return { kind: 'card-expired', expiredOn: personalData.expiresOn };
  if (certificateNotAfter < instant) return { kind: 'certificate-expired', expiredOn: localDateAt(certificateNotAfter) };
  return undefined;
}

function refusalByState(state: CardState, { personalData }: ReadCard): RecognitionRefusal | undefined {
  switch (state) {
    case 'inactive':
      return undefined;
    case 'active':
      return { kind: 'already-active' };
    case 'suspended':
      return { kind: 'card-suspended' };
    case 'revoked':
      return { kind: 'card-revoked' };
    case 'expired':
      return { kind: 'card-expired', expiredOn: personalData.expiresOn };
    case 'replaced':
      return { kind: 'card-replaced' };
    case 'unknown':
      return { kind: 'state-unknown' };
    default:
      return assertNever(state);
  }
}

function refusalByAge({ personalData: { birthDate } }: ReadCard, today: LocalDate): RecognitionRefusal | undefined {
  const age = ageOn(birthDate, today);
  if (age >= HOLDER.holderAge.atLeast) return undefined;
  return { kind: 'minor-as-holder', age, adultOn: birthdayOf(birthDate, HOLDER.holderAge.atLeast) };
}
