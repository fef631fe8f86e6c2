// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '../../assert-never';
import type { CardState } from '../../card/card-states';
import { accept, refuse } from '../../outcome';
import type { Outcome } from '../../outcome';
import { FULL_AGE, ageOn, birthdayOf } from '../../time/age';
import { isBefore } from '../../time/date-arithmetic';
import type { LocalDate } from '../../time/local-date';
import { localDateAt } from '../../time/zoned-date';
import { CASE_KINDS } from '../case-kinds/case-kind';
import type { CaseKind, CaseKindRule } from '../case-kinds/case-kind';
import { CASE_KIND_RULES } from '../case-kinds/case-kind-rules';
import type { CasePurpose } from '../case-purposes';
import type { DeskKind } from '../desk-kinds';
import { regionsActivatableAt } from './activatable-regions';
import type { CardFacts, KindProposal, KindRefusal, ReadCard, RecognitionRefusal } from './recognition';

/**
 * Which kinds of case a card may have at this desk, the one proposed first; or why there can be none. `instant` is the moment of the act; days are those of
 * Europe/Rome. What the chip says of the age is not to be contradicted: a minor's card offers no *holder*, and on the eighteenth birthday it does.
 */
export function proposeKind(facts: CardFacts, instant: Date, deskKind: DeskKind, purpose: CasePurpose = 'activation'): Outcome<KindProposal, RecognitionRefusal> {
  if (facts.kind !== 'read') return refuse(facts);
  const today = localDateAt(instant);
  const refusal = refusalByIssuer(facts, today, deskKind) ?? refusalByExpiry(facts, instant, today) ?? refusalByState(facts.state, facts, purpose);
  if (refusal) return refuse(refusal);
  const age = ageOn(facts.personalData.birthDate, today);
  const offered = CASE_KINDS.filter((kind) => isOffered(CASE_KIND_RULES[kind], age, deskKind));
  const [kind] = offered;
  if (!kind) throw new Error(`no kind of case for a holder of ${age} at a desk of kind ${deskKind}`);
  return accept({ kind, offered, age });
}

/** The kind that the operator names, held against the card: the proposal's own when none is named. */
export function chooseKind({ kind: proposed, offered, age }: KindProposal, wished: CaseKind | undefined, birthDate: LocalDate, deskKind: DeskKind): Outcome<CaseKind, KindRefusal> {
  const kind = wished ?? proposed;
  if (offered.includes(kind)) return accept(kind);
  const rule = CASE_KIND_RULES[kind];
  if (isForAge(rule, age)) return refuse({ kind: 'kind-not-at-desk', caseKind: kind, deskKind });
  if (kind === 'holder') return refuse({ kind: 'minor-as-holder', age, adultOn: birthdayOf(birthDate, FULL_AGE) });
  return refuse({ kind: 'kind-not-for-age', caseKind: kind, age });
}

function isOffered(rule: CaseKindRule, age: number, deskKind: DeskKind): boolean {
  return rule.deskKinds.includes(deskKind) && isForAge(rule, age);
}

/** Whether the kind is for a holder of this age. */
export function isForAge({ holderAge }: Pick<CaseKindRule, 'holderAge'>, age: number): boolean {
  return age >= holderAge.atLeast && (holderAge.below === undefined || age < holderAge.below);
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

function refusalByState(state: CardState, { personalData }: ReadCard, purpose: CasePurpose): RecognitionRefusal | undefined {
  switch (state) {
    case 'inactive':
      return purpose === 'activation' ? undefined : { kind: 'not-active-yet' };
    case 'active':
      return purpose === 'duplicate' ? undefined : { kind: 'already-active' };
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
