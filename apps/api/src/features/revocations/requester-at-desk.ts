// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type BodyOptions,
  type CaseNeeds,
  type ChosenDocuments,
  type ComparedPart,
  type HolderOfCase,
  type Outcome,
  type PersonOnPaper,
  type RevocationNeeds,
  CASE_KIND_RULES,
  accept,
  isPersonOfChip,
  judgeApplication,
  localDateAt,
  parseCodiceFiscale,
  refuse,
} from '@sportello/domain';
import { type HolderEvidence, parsedCardOf } from '../../platform/activation/card-on-desk';
import { counterOf } from '../../platform/access/caller';
import { initialsOf } from '../../platform/activation/card-view';
import { compareWithChip, dateOf, judgeDocument, personOf } from '../../platform/activation/judge-identity';
import { isOwnCard } from '../../platform/activation/own-card';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { RequesterAtDesk } from '../../platform/database/rows/revocation-row';
import type { Refusal } from '../../platform/problems/refusal';
import { type CardToRevoke, CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { type Asked, type Requester, type Told, askingOf } from './requester';

export interface DeskRules {
  readonly documents: ChosenDocuments;
  readonly options: BodyOptions;
}

type AtDesk = Told<'card'> | Told<'document'>;

/** In person, with a document: and with the card in the reader, or without it. */
export async function requesterAtDesk(asked: Asked, told: AtDesk, rules: DeskRules): Promise<Outcome<Requester, Refusal>> {
  const { transaction, act, request } = asked;
  const found = told.by === 'card' ? await cardInReader(asked, told.insertionId) : await cardByNumber(asked);
  if (!found.ok) return found;
  const card = found.value;
  if (card.holder && isOwnCard(act.caller.operator.codiceFiscale, card.holder.codiceFiscale)) return refuse({ kind: 'own-card' });
  const way = told.by === 'card' ? 'card-at-desk' : 'document-at-desk';
  const needs = askingOf(transaction, card, { asker: request.asker, caseKind: request.caseKind, reason: request.reason, way, deskKind: act.caller.desk.kind });
  if (!needs.ok) return needs;
  const seen = whoCame(asked, told, card, needs.value, rules);
  if (!seen.ok) return seen;
  const { document, person, papers, declarations, decree, delegation } = told;
  const atDesk: RequesterAtDesk = { document, person, papers, declarations, decree, delegation };
  return accept({ card, needs: needs.value, atDesk, isOutOfHours: false });
}

/** The card of the stay that the page saw. What its chip says goes before what an earlier case kept. */
async function cardInReader({ transaction, act, request }: Asked, insertionId: string): Promise<Outcome<CardToRevoke, Refusal>> {
  const stay = await transaction.repository(ReaderRepository).stayInEither(counterOf(act.caller), insertionId, transaction.now);
  if (stay?.state === 'removed') return refuse({ kind: 'card-removed' });
  if (stay?.state !== 'recognised' || !stay.facts || !stay.certificate) return refuse({ kind: 'no-card' });
  if (request.idCarta !== null && request.idCarta !== stay.facts.idCarta) return refuse({ kind: 'wrong-card' });
  const { status, notAfter } = stay.facts.certificate;
  if (status === 'expired') return refuse({ kind: 'certificate-expired', expiredOn: localDateAt(new Date(notAfter)) });
  if (status !== 'valid') return refuse({ kind: status === 'of-another-card' ? 'certificate-of-another-card' : 'certificate-untrusted' });
  const { surname, name, birthDate, sex, codiceFiscale, expiresOn } = parsedCardOf(stay.facts).reading.data;
  const known = await transaction.repository(CardToRevokeRepository).of(stay.facts.idCarta);
  const holder: HolderEvidence = { surname, name, birthDate, birthPlace: stay.facts.birthPlace, sex, codiceFiscale: codiceFiscale.value, cardExpiresOn: expiresOn };
  return accept({ ...known, holder, initials: initialsOf(holder), certificate: stay.certificate });
}

async function cardByNumber({ transaction, request }: Asked): Promise<Outcome<CardToRevoke, Refusal>> {
  if (request.idCarta === null) return refuse({ kind: 'certificate-not-known' });
  const card = await transaction.repository(CardToRevokeRepository).of(request.idCarta);
  return card.holder && card.certificate ? accept(card) : refuse({ kind: 'certificate-not-known' });
}

/** The document is good, and names the holder, or somebody who may speak for them. */
function whoCame({ transaction: { now }, act, request }: Asked, told: AtDesk, { holder, idCarta }: CardToRevoke, needs: RevocationNeeds, rules: DeskRules): Outcome<unknown, Refusal> {
  const person = personOf(told.person);
  if (!person.ok) return person;
  const holderOfCase = holder && holderOf(holder, idCarta);
  if (!holderOfCase) return refuse({ kind: 'certificate-not-known' });
  const isHolder = request.asker === 'holder';
  const bearerBirthDate = isHolder ? holderOfCase.birthDate : (person.value.birthDate ?? holderOfCase.birthDate);
  const document = judgeDocument(told.document, { today: localDateAt(now), holderBirthDate: bearerBirthDate, chosen: rules.documents });
  if (!document.ok) return document;
  const accepted = told.accepted ?? [];
  if (isHolder) return compareWithChip(holderOfCase, person.value, accepted);
  if (request.asker === 'relative') return isPersonOfChip(holderOfCase, person.value) ? refuse({ kind: 'applicant-is-holder' }) : accept('somebody-else');
  return speaksFor(act.caller.operator.codiceFiscale, { told, holder: holderOfCase, person: person.value, accepted, today: localDateAt(now), needs: caseNeeds(request, needs, act.caller.desk.kind, rules.options) });
}

interface Speaker {
  readonly told: AtDesk;
  readonly holder: HolderOfCase;
  readonly person: PersonOnPaper;
  readonly accepted: readonly ComparedPart[];
  readonly today: ReturnType<typeof localDateAt>;
  readonly needs: CaseNeeds;
}

/** With the papers of the case kind, as for an activation. */
function speaksFor(operatorsCode: string | null, { told, holder, person, accepted, today, needs }: Speaker): Outcome<unknown, Refusal> {
  const operator = operatorsCode === null ? undefined : parseCodiceFiscale(operatorsCode);
  const { papers, declarations, decree, delegation } = told;
  return judgeApplication(needs, {
    today,
    holder,
    operator: operator?.ok ? operator.value : undefined,
    person,
    card: undefined,
    accepted,
    papers,
    declarations,
    decree: decree ? { issuedOn: dateOf(decree.issuedOn) } : undefined,
    delegation: delegation
      ? {
          delegate: delegation.delegate,
          signedOn: dateOf(delegation.signedOn),
          holderDocumentExpiresOn: delegation.holderDocument.expiresOn === null ? 'none' : dateOf(delegation.holderDocument.expiresOn),
        }
      : undefined,
    emancipationTitle: undefined,
  });
}

function caseNeeds({ caseKind }: Asked['request'], { papers, declarations, asksDecree }: RevocationNeeds, deskKind: Asked['act']['caller']['desk']['kind'], { copyKeptAt }: BodyOptions): CaseNeeds {
  if (caseKind === null) throw new Error('a representative without a kind is refused before');
  return {
    applicant: CASE_KIND_RULES[caseKind].applicant,
    asksApplicantCard: false,
    papers: papers.map(({ paper, handling }) => ({ paper, handling: handling === 'by-desk-kind' ? (copyKeptAt.includes(deskKind) ? 'kept' : 'seen') : handling })),
    declarations,
    asksDecree,
    needsApproval: false,
    printouts: [],
  };
}

function holderOf({ surname, name, birthDate, codiceFiscale }: HolderEvidence, idCarta: string): HolderOfCase | undefined {
  const code = parseCodiceFiscale(codiceFiscale);
  return code.ok ? { surname, name, birthDate, codiceFiscale: code.value, idCarta } : undefined;
}
