// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const length = content.length < 0x80 ? Buffer.of(content.length) : Buffer.of(0x82, content.length >> 8, content.length & 0xff);
  return Buffer.concat([Buffer.of(tag), length, content]);
};
const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const pem = (label: string, octets: Buffer): string => `-----BEGIN ${label}-----\n${octets.toString('base64')}\n-----END ${label}-----\n`;

/** A certificate that a printer made for itself, as printers do (RFC 5280 §4.1). */
export const selfSigned = (): { readonly key: string; readonly cert: string; readonly pin: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const name = sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('Buste')))));
  const validity = sequence(der(0x17, Buffer.from('250101000000Z')), der(0x17, Buffer.from('450101000000Z')));
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const toBeSigned = sequence(der(0xa0, der(0x02, Buffer.of(2))), der(0x02, Buffer.of(1)), ecdsaWithSha256, name, validity, name, spki);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.of(0), sign('sha256', toBeSigned, privateKey)));
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: pem('CERTIFICATE', certificate),
    pin: createHash('sha256').update(certificate).digest('hex'),
  };
};
