// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReading, CertificateStatusView, CertificateView } from '@sportello/contracts';
import {
  type CardState,
  type CertificateSubject,
  type IdCarta,
  type LocalDate,
  type PersonalDataReading,
  type Sex,
  accept,
  isSamePerson,
  parseCertificateSubject,
  parseIdCarta,
  assertNever,
  parsePersonalData,
  refuse,
  type Outcome,
} from '@sportello/domain';
import { type ChipCertificateVerdict, type PersonalDataDigestForm, matchPersonalDataDigest, verifyChipCertificate } from '@sportello/card-io/certificate';
import type * as z from 'zod';
import { placeOfBirth } from './place-of-birth';

type CertificateFacts = z.infer<typeof CertificateView>;

/** What the desk keeps of a recognised card while it is in the reader: the file that names the holder, as it was read, and what was found about the certificate. */
export interface CardOnDesk {
  readonly idCarta: string;
  readonly cardType: string | null;
  /** EF.Dati_personali, base64url. */
  readonly personalData: string;
  /** By name, which the chip does not hold; null when its code is not known. */
  readonly birthPlace: string | null;
  readonly certificate: CertificateFacts;
  /** What its authority said when the card was recognised; a card recognised by an earlier version has none. */
  readonly revocation?: CertificateStatusView;
}

/** What a case keeps of its holder and card from the identification on. */
export interface HolderEvidence {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly birthPlace: string | null;
  readonly sex: Sex;
  readonly codiceFiscale: string;
  readonly cardExpiresOn: LocalDate;
}

/** The chip's files in the domain's own types. */
export interface ParsedCard {
  readonly idCarta: IdCarta;
  readonly reading: PersonalDataReading;
}

/** Judges the public files of a chip. A card whose files do not hold what such files hold is unreadable to the desk, and that is all that is said of it. */
export async function recogniseCard(reading: CardReading, trustAnchors: readonly Uint8Array[], at: Date): Promise<Outcome<CardOnDesk, { readonly kind: 'unreadable' }>> {
  const certificateDer = Buffer.from(reading.certificate, 'base64url');
  const parsed = parseCard(reading.idCarta, reading.personalData);
  const verdict = await verifyChipCertificate({ certificateDer, trustAnchorsDer: trustAnchors, at });
  if (!parsed || verdict.kind === 'unreadable-certificate') return refuse({ kind: 'unreadable' });
  const certificate = certificateFacts(verdict, parsed, Buffer.from(reading.personalData, 'base64url'));
  const birthPlace = await placeOfBirth(parsed.reading.data);
  return accept({ idCarta: reading.idCarta, cardType: reading.cardType, personalData: reading.personalData, birthPlace, certificate });
}

/** The card's files parsed again; a card that was recognised always parses. */
export function parsedCardOf(card: CardOnDesk): ParsedCard {
  const parsed = parseCard(card.idCarta, card.personalData);
  if (!parsed) throw new Error('a recognised card does not parse');
  return parsed;
}

/** The register's word, unless the authority said more when the card was recognised: what it revoked or suspended is no card to work on, whoever asked for it. */
export function stateAtDesk(card: Pick<CardOnDesk, 'revocation'>, state: CardState): CardState {
  const said = card.revocation?.status;
  if (said === 'revoked') return said;
  return said === 'suspended' && (state === 'inactive' || state === 'active' || state === 'unknown') ? said : state;
}

/** Of the cards that certificates are issued for, this one; and of the people, this holder. */
export function isCertificateOf(subject: CertificateSubject, { idCarta, reading }: ParsedCard): boolean {
  return subject.idCarta.value === idCarta.value && isSamePerson(subject.codiceFiscale, reading.data.codiceFiscale);
}

function parseCard(idCartaText: string, personalData: string): ParsedCard | undefined {
  const idCarta = parseIdCarta(idCartaText);
  const reading = parsePersonalData(Buffer.from(personalData, 'base64url'));
  return idCarta.ok && reading.ok ? { idCarta: idCarta.value, reading: reading.value } : undefined;
}

const DIGEST_FORMS: Readonly<Record<PersonalDataDigestForm, CertificateFacts['dataHash']>> = {
  padded: 'padded',
  'trimmed-with-header': 'trimmed',
  'trimmed-without-header': 'without-header',
};

function certificateFacts(
  verdict: Exclude<ChipCertificateVerdict, { readonly kind: 'unreadable-certificate' }>,
  card: ParsedCard,
  personalData: Uint8Array,
): CertificateFacts {
  const facts = (status: CertificateFacts['status'], dataHash: CertificateFacts['dataHash'] = 'none'): CertificateFacts => ({ notAfter: verdict.notAfter.toISOString(), status, dataHash });
  switch (verdict.kind) {
    case 'untrusted-issuer':
    case 'wrong-key-usage':
    case 'unknown-critical-extension':
      return facts('untrusted');
    case 'not-yet-valid':
    case 'expired':
      return facts(verdict.kind);
    case 'trusted': {
      const subject = parseCertificateSubject(verdict.subjectCommonName);
      if (!subject.ok || !isCertificateOf(subject.value, card)) return facts('of-another-card');
      const form = matchPersonalDataDigest(personalData, subject.value.personalDataHash);
      return facts('valid', form ? DIGEST_FORMS[form] : 'none');
    }
    default:
      return assertNever(verdict);
  }
}
