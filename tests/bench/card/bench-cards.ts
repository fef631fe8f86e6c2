// SPDX-License-Identifier: AGPL-3.0-or-later
import { createVirtualCard, freshCodes, issueCardCertificate, issueDemoCa, type VirtualCard, type VirtualCardContents } from '@sportello/card-io/simulator';
import { deriveCardKey, SecretBytes, type ActivationMethod } from '@sportello/card-io/issuer';
import { sampleHolder } from '../../support/pcsc/sample-holder';

/** As the manufacturer left them. */
export const factoryCodes = { pin: '24680', puk: '86420975' } as const;

/** Brings a certificate to the length of a real one. */
const BALLAST = 900;

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
const master = SecretBytes.own(new Uint8Array(32).fill(7));

export const idCarta = sampleHolder.idCarta;

/** What an ordinary card holds. Drawing its key takes a while: once for all rounds. */
export async function contentsOfSample(ballast = BALLAST): Promise<VirtualCardContents> {
  const ca = await issueDemoCa({ commonName: 'CA di prova', ...validity });
  return { ...sampleHolder, ...(await issueCardCertificate({ ca, ...sampleHolder, ...validity, ballast })) };
}

/** A card of the classic profile, fresh from the factory, that knows its issuer too. */
export function classicCard(contents: VirtualCardContents): VirtualCard {
  const issuerKey = deriveCardKey(master, contents.idCarta).use((key) => Uint8Array.from(key));
  return createVirtualCard({ contents, state: freshCodes(factoryCodes), type: 'ST2021', issuerKey });
}

export const issuerMaster = master;
export const METHODS = ['transport-codes', 'issuer-auth'] as const satisfies readonly ActivationMethod[];
