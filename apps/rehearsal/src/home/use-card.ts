// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard } from '@sportello/card-io/simulator';
import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto';
import type { CardUse } from './card-use';

/** RFC 8017 §9.2 note 1: the DER that stands before a SHA-256 value. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** ISO 7816-4 §7.5.6: the PIN as ASCII, padded to eight with FF; reference 10 is the CNS's. */
const verifyCommand = (pin: string): Buffer => Buffer.concat([Buffer.from('0020001008', 'hex'), Buffer.from(pin.padEnd(8, '\xff'), 'latin1')]);
const restoreEnvironment = Buffer.from('0022f30300', 'hex');
const setSignatureKey = Buffer.from('0022f1b603830101', 'hex');
const sign = (digest: Buffer): Buffer => Buffer.concat([Buffer.from('002a9e9a33', 'hex'), digestInfo, digest, Buffer.of(0x00)]);

/**
 * Signs in somewhere with the card, by its APDU interface: the PIN, then a signature over fresh bytes, checked with the chip's certificate and the
 * authority's. A wrong PIN costs a try, as it would.
 */
export const useCard = async (chip: VirtualCard, pin: string, certificateDer: Uint8Array, authorityDer: Uint8Array): Promise<CardUse> => {
  chip.reset();
  try {
    const verified = statusOf(await chip.process(verifyCommand(pin)));
    if (verified.startsWith('63C')) return { kind: 'wrong-pin', triesLeft: parseInt(verified.slice(3), 16) };
    if (verified === '6983') return { kind: 'blocked' };
    if (verified !== '9000') return { kind: 'refused', sw: verified };
    for (const command of [restoreEnvironment, setSignatureKey]) {
      const sw = statusOf(await chip.process(command));
      if (sw !== '9000') return { kind: 'refused', sw };
    }
    const challenge = randomBytes(32);
    const answer = await chip.process(sign(createHash('sha256').update(challenge).digest()));
    if (statusOf(answer) !== '9000') return { kind: 'refused', sw: statusOf(answer) };
    const certificate = new X509Certificate(certificateDer);
    return {
      kind: 'signed',
      isSignatureValid: verify('sha256', challenge, certificate.publicKey, answer.subarray(0, -2)),
      isFromAuthority: certificate.verify(new X509Certificate(authorityDer).publicKey),
    };
  } finally {
    chip.reset();
  }
};

const statusOf = (answer: Uint8Array): string => Buffer.from(answer.subarray(-2)).toString('hex').toUpperCase();
