// SPDX-License-Identifier: AGPL-3.0-or-later
import { deriveCardKey, SecretBytes } from '@sportello/card-io/issuer';
import { createVirtualCard, type DemoCa, freshCodes, issueCardCertificate, type VirtualCard } from '@sportello/card-io/simulator';
import { belfioreCodeOf, composeCodiceFiscale, encodePersonalData, existingDate, luhnDigitOf } from '@sportello/domain';
import type { Method } from './cut';

/** A card of nobody, with the chip that the product sees, and what is known of it from outside. */
export interface Citizen {
  readonly idCarta: string;
  readonly method: Method;
  readonly chip: VirtualCard;
  readonly factory: FactoryCodes;
}

/** With which a card leaves the factory. */
export interface FactoryCodes {
  readonly pin: string;
  readonly puk: string;
}

export const VALIDITY = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2034-01-01T00:00:00Z') };
const issuerMaster = SecretBytes.own(new Uint8Array(32).fill(0x5a));
export const ISSUER_MASTER_HEX = '5A'.repeat(32);
export const FACTORY_CODES: FactoryCodes = { pin: '24680', puk: '86420975' };
/** Types of the classic profile. */
const TYPE_OF: Readonly<Record<Method, 'AC2018' | 'ID2019'>> = { 'transport-codes': 'AC2018', 'issuer-auth': 'ID2019' };
/** With it a certificate is as long as a real one, and its reading takes the 13 commands of the budget. */
const BALLAST = 900;

/** The number of the n-th card: known before its chip is drawn, which takes a while. */
export function idCartaOf(serial: number): string {
  const fifteen = `6090${String(serial).padStart(11, '0')}`;
  return fifteen + luhnDigitOf(fifteen);
}

export async function drawCitizen(ca: DemoCa, serial: number, method: Method, factory = FACTORY_CODES): Promise<Citizen> {
  const idCarta = idCartaOf(serial);
  const birthPlace = belfioreCodeOf('H501');
  if (!birthPlace) throw new Error('Rome has a code');
  const birthDate = existingDate(1980, 1, 1);
  const codiceFiscale = composeCodiceFiscale({ surname: 'ROSSI', name: 'MARIA', sex: 'F', birthDate, birthPlace });
  const empty = { height: '', citizenship: '', birthState: '', birthAct: '', residenceMunicipality: '', address: '', annotation: '' };
  const days = { issuedOn: existingDate(2025, 1, 1), expiresOn: existingDate(2033, 12, 28) };
  const personalData = encodePersonalData({ ...empty, ...days, emettitore: '6090', surname: 'ROSSI', name: 'MARIA', birthDate, sex: 'F', codiceFiscale, birthMunicipality: birthPlace });
  if (!personalData.ok) throw new Error(personalData.refusal.kind);
  const issued = await issueCardCertificate({ ca, codiceFiscale: codiceFiscale.value, idCarta, personalData: personalData.value, ...VALIDITY, ballast: BALLAST });
  const chip = createVirtualCard({
    contents: { idCarta, personalData: personalData.value, ...issued },
    type: TYPE_OF[method],
    state: freshCodes(factory),
    issuerKey: deriveCardKey(issuerMaster, idCarta).use((key) => Uint8Array.from(key)),
  });
  return { idCarta, method, chip, factory };
}
