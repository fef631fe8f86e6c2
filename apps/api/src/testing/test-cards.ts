// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReading } from '@sportello/contracts';
import { type LocalDate, type PersonalData, type Sex, belfioreCodeOf, composeCodiceFiscale, encodePersonalData, existingDate, luhnDigitOf } from '@sportello/domain';
import { proofStatement } from '@sportello/card-io/certificate';
import { type DemoCa, type IssuedCard, drawChipKeys, issueCardCertificate, issueDemoCa } from '@sportello/card-io/simulator';
import { createPrivateKey, sign } from 'node:crypto';

/** An invented citizen's card, with the chip's key, so that a test can act as the chip. */
export interface TestCard {
  readonly idCarta: string;
  readonly holder: PersonalData;
  readonly personalData: Uint8Array;
  readonly issued: IssuedCard;
  readonly transportCodes: { readonly pin: string; readonly puk: string };
  readonly cardType: string;
}

export interface CardWish {
  readonly surname?: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: Sex;
  readonly expiresOn?: LocalDate;
  /** Region code in ID_Carta. */
  readonly region?: string;
  /** First digit of ID_Carta. */
  readonly type?: 5 | 6 | 8 | 9;
  readonly certificateNotAfter?: Date;
  readonly cardType?: string;
  readonly ca?: DemoCa;
  /** What the certificate names instead of this card. */
  readonly certified?: { readonly idCarta?: string; readonly codiceFiscale?: string; readonly personalData?: Uint8Array };
}

const FROM = new Date('2025-01-01T00:00:00Z');
const UNTIL = new Date('2032-01-01T00:00:00Z');
const ROME = belfioreCodeOf('H501');

/** As many keys as cards of one spec may have to be told apart by; drawing one for each card was a third of a spec's time. */
const KEYS = 3;
const keys: ReturnType<typeof drawChipKeys>[] = [];

let lastSerial = 0;

export function demoCa(commonName = 'Certificatore di prova'): Promise<DemoCa> {
  return issueDemoCa({ commonName, notBefore: FROM, notAfter: UNTIL });
}

/** Draws a card; each has a number of its own, and another key than the two before it. */
export async function issueCard(ca: DemoCa, wish: CardWish = {}): Promise<TestCard> {
  const { surname = 'ROSSI', name = 'MARIA', sex = 'F', birthDate = existingDate(1980, 1, 1), expiresOn = existingDate(2030, 5, 20), region = '090', type = 6 } = wish;
  if (!ROME) throw new Error('Rome has a code');
  lastSerial += 1;
  const fifteen = `${type}${region}${String(lastSerial).padStart(11, '0')}`;
  const idCarta = fifteen + luhnDigitOf(fifteen);
  const codiceFiscale = composeCodiceFiscale({ surname, name, sex, birthDate, birthPlace: ROME });
  const empty = { height: '', citizenship: '', birthState: '', birthAct: '', residenceMunicipality: '', address: '', annotation: '' };
  const holder: PersonalData = { ...empty, emettitore: `${type}${region}`, issuedOn: existingDate(2024, 5, 21), expiresOn, surname, name, birthDate, sex, codiceFiscale, birthMunicipality: ROME };
  const file = encodePersonalData(holder);
  if (!file.ok) throw new Error(file.refusal.kind);
  const issued = await issueCardCertificate({
    ca: wish.ca ?? ca,
    keys: await (keys[lastSerial % KEYS] ??= drawChipKeys()),
    codiceFiscale: wish.certified?.codiceFiscale ?? codiceFiscale.value,
    idCarta: wish.certified?.idCarta ?? idCarta,
    personalData: wish.certified?.personalData ?? file.value,
    notBefore: FROM,
    notAfter: wish.certificateNotAfter ?? UNTIL,
  });
  return { idCarta, holder, personalData: file.value, issued, transportCodes: { pin: '12345', puk: '87654321' }, cardType: wish.cardType ?? 'ST2021' };
}

/** What a station reads from the chip. */
export function readingOf(card: TestCard): CardReading {
  return {
    atr: '3BFF1800FF8131FE55006B02091617011101434E531131808D',
    cardType: card.cardType,
    idCarta: card.idCarta,
    personalData: Buffer.from(card.personalData).toString('base64url'),
    certificate: Buffer.from(card.issued.certificateDer).toString('base64url'),
    apdus: 13,
    milliseconds: 120,
  };
}

/** The chip's signature over a proof statement (RSA PKCS#1 v1.5, SHA-256), base64url. */
export function signProof({ issued }: Pick<TestCard, 'issued'>, subject: { readonly idCarta: string; readonly caseId: string; readonly controlNumber: string; readonly nonce: string }): string {
  const statement = proofStatement({ idCarta: subject.idCarta, caseId: subject.caseId, sheet: subject.controlNumber, nonce: Buffer.from(subject.nonce, 'base64url') });
  const key = createPrivateKey({ key: Buffer.from(issued.privateKeyDer), format: 'der', type: 'pkcs8' });
  return sign('sha256', statement, key).toString('base64url');
}
