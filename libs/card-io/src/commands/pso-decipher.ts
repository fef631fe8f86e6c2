// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { concatBytes } from '../bytes/concat';
import { sha256DigestInfo } from './digest-info';
import type { CardCommand } from '../session/card-command';
import type { PsoSignOutcome } from './pso-sign';

/** Bytes of the modulus: every CNS of the types known here has RSA 2048. */
const modulusLength = 256;
const noPaddingIndicator = 0x00;

/**
 * PSO: DECIPHER (ISO 7816-8) of a block that is padded here: with RSA, the same private operation as a signature. For cards whose key, being for client
 * authentication, may not sign; OpenSC does so on every CNS. Two APDUs.
 */
export function psoDecipherSha256(digest: Uint8Array): CardCommand<PsoSignOutcome> {
  return {
    name: 'pso-decipher',
    apdu: { cla: 0x00, ins: 0x2a, p1: 0x80, p2: 0x86, data: concatBytes(Uint8Array.of(noPaddingIndicator), signatureBlock(digest)), le: 256 },
    holdsCode: false,
    parse: ({ sw, data }) => (sw === statusWord.ok && data.length > 0 ? { kind: 'signed', signature: data } : { kind: 'refused', sw }),
  };
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2): 00 01 FF…FF 00 DigestInfo. */
function signatureBlock(digest: Uint8Array): Uint8Array {
  const digestInfo = sha256DigestInfo(digest);
  const padding = new Uint8Array(modulusLength - digestInfo.length - 3).fill(0xff);
  return concatBytes(Uint8Array.of(0x00, 0x01), padding, Uint8Array.of(0x00), digestInfo);
}
