// SPDX-License-Identifier: AGPL-3.0-or-later
import { cryptogramOf, deriveCardKey, SecretBytes } from '@sportello/card-io/issuer';
import { createVirtualCard, freshCodes, issueCardCertificate, issueDemoCa, type VirtualCard, type VirtualCardContents, type VirtualCardOptions } from '@sportello/card-io/simulator';
import { existingDate, encodePersonalData, parseCodiceFiscale } from '@sportello/domain';

/** Codes with which the cards left their manufacturer. */
export const transportCodes = { pin: '24680', puk: '86420975' } as const;

export const idCartas = { maria: '6090010000000007', another: '6090010000000015' } as const;

const [notBefore, notAfter] = [new Date('2025-01-01T00:00:00Z'), new Date('2031-01-01T00:00:00Z')];

/** What a card of nobody holds. Drawing its key takes a while: make it once for all tests of a file. */
export async function demoContents(idCarta: string): Promise<VirtualCardContents> {
  const codiceFiscale = parseCodiceFiscale('RSSMRA80A41F032S');
  if (!codiceFiscale.ok) throw new Error('the demo citizen has no valid codice fiscale');
  const personalData = encodePersonalData({
    emettitore: '6090',
    issuedOn: existingDate(2025, 1, 1),
    expiresOn: existingDate(2031, 1, 1),
    surname: 'ROSSI',
    name: 'MARIA',
    birthDate: existingDate(1980, 1, 1),
    sex: 'F',
    height: '',
    codiceFiscale: codiceFiscale.value,
    citizenship: 'ITA',
    birthMunicipality: 'F032',
    birthState: '',
    birthAct: '',
    residenceMunicipality: 'F023',
    address: '',
    annotation: '',
  });
  if (!personalData.ok) throw new Error('the demo citizen does not fit on a card');
  const ca = await issueDemoCa({ commonName: 'CA di prova', notBefore, notAfter });
  const card = await issueCardCertificate({ ca, codiceFiscale: codiceFiscale.value.value, idCarta, personalData: personalData.value, notBefore, notAfter });
  return { idCarta, personalData: personalData.value, ...card };
}

/** The issuer's, of nobody. The caller of `SecretBytes` wipes; a test's key is a secret of nothing. */
const issuerMaster = SecretBytes.own(new Uint8Array(32).fill(7));

/** Answers a card's challenge as its issuer would. */
export function issuerOfDemoCards(idCarta: string, challenge: Uint8Array): Uint8Array {
  return cryptogramOf(deriveCardKey(issuerMaster, idCarta), challenge);
}

/** A card that knows its issuer by a key. */
export function freshIssuersCard(contents: VirtualCardContents): VirtualCard {
  const issuerKey = deriveCardKey(issuerMaster, contents.idCarta).use((key) => Uint8Array.from(key));
  return createVirtualCard({ contents, state: freshCodes(transportCodes), issuerKey });
}

export function freshCard(contents: VirtualCardContents, kind: Pick<VirtualCardOptions, 'type' | 'quirks'> = {}): VirtualCard {
  return createVirtualCard({ contents, state: freshCodes(transportCodes), ...kind });
}
