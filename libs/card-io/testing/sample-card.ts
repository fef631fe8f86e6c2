// SPDX-License-Identifier: AGPL-3.0-or-later
import { createVirtualCard, freshCodes, issueCardCertificate, issueDemoCa } from '../src/simulator';
import type { DemoCa, IssuedCard, VirtualCard, VirtualCardOptions, VirtualCardState } from '../src/simulator';

export const sampleIdCarta = '6090000000000017';
export const sampleCodiceFiscale = 'RSSMRA80A01D612X';
export const sampleValidity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2032-01-01T00:00:00Z') };
/** The manufacturer's codes, and the ones that replace them. */
export const sampleCodes = { transportPin: '00000', transportPuk: '12345678', newPin: '83150', newPuk: '60418273' } as const;

/** Of nobody; 16 fields, the header counts what follows it. */
export const samplePersonalData = personalDataOf(['6090', '08012026', '08012032', 'ROSSI', 'MARIO', '01011980', 'M', '', sampleCodiceFiscale, '', 'D612', '', '', 'D612', '', '']);

/** The header counts what follows it, or itself as well. */
export function personalDataOf(fields: readonly string[], { isHeaderCounted = false } = {}): Uint8Array {
  const body = fields.map((field) => hex(field.length, 2) + field).join('');
  return Uint8Array.from(Buffer.from(hex(body.length + (isHeaderCounted ? 6 : 0), 6) + body, 'latin1'));
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

export interface Issuance {
  readonly ca: DemoCa;
  readonly issued: IssuedCard;
}

/** An authority and one chip's key and certificate: drawn once per suite, since RSA keys take their time. */
export async function issueSample(): Promise<Issuance> {
  const ca = await issueDemoCa({ commonName: 'Demo CA', notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2040-01-01T00:00:00Z') });
  const request = { codiceFiscale: sampleCodiceFiscale, idCarta: sampleIdCarta, personalData: samplePersonalData, ...sampleValidity };
  return { ca, issued: await issueCardCertificate({ ca, ...request }) };
}

export interface SampleCardOptions extends Pick<VirtualCardOptions, 'type' | 'atr' | 'quirks'> {
  readonly certificateDer?: Uint8Array;
  readonly personalData?: Uint8Array;
  readonly state?: VirtualCardState;
  readonly issuerKey?: Uint8Array;
  readonly persist?: (state: VirtualCardState) => void;
}

/** A card as the manufacturer delivers it, unless told otherwise. */
export function sampleCard({ issued }: Issuance, options: SampleCardOptions = {}): VirtualCard {
  const { certificateDer = issued.certificateDer, personalData = samplePersonalData } = options;
  return createVirtualCard({
    contents: { idCarta: sampleIdCarta, personalData, certificateDer, privateKeyDer: issued.privateKeyDer },
    state: options.state ?? freshCodes({ pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk }, options.quirks?.pukTries),
    ...(options.issuerKey && { issuerKey: options.issuerKey }),
    ...(options.persist && { persist: options.persist }),
    ...(options.type && { type: options.type }),
    ...(options.atr && { atr: options.atr }),
    ...(options.quirks && { quirks: options.quirks }),
  });
}
