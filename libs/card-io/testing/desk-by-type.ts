// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { CardSession, SecretBytes, proveActivation, readCard, writeIssuerAuth, writeTransportCodes } from '../src';
import { toHex } from '../src/bytes/hex';
import { verifyChipSignature } from '../src/certificate';
import { cryptogramOf, deriveCardKey } from '../src/issuer';
import { connectDirectly } from '../src/simulator';
import { sampleStatement } from './desk-of-one';
import { sampleCodes, sampleIdCarta } from './sample-card';
import type { ActivationMethod, CardConnection, CardProfile } from '../src';
import type { VirtualCard } from '../src/simulator';

export const methods: readonly ActivationMethod[] = ['transport-codes', 'issuer-auth'];
const digest = Uint8Array.from(createHash('sha256').update(sampleStatement).digest());
const masterKey = SecretBytes.own(new Uint8Array(32).fill(0x5a));
/** By which a card of these tests knows its issuer. */
export const sampleIssuerKey = deriveCardKey(masterKey, sampleIdCarta);
const newCodes = () => ({ newPin: SecretBytes.fromAscii(sampleCodes.newPin), newPuk: SecretBytes.fromAscii(sampleCodes.newPuk) });

export interface Activation {
  /** Where it ended: the first outcome that was not the hoped-for one, or `proved`. */
  readonly end: string;
  readonly type: string | undefined;
  /** Whether the certificate that was read vouches for the signature. */
  readonly isSigned: boolean;
  /** All commands, in hex, in their order. */
  readonly sent: readonly string[];
}

/** Reads whatever card this is, writes it by one method, and has it proved: one insertion, without any knowledge of the card beforehand. */
export async function activateWhatever(card: VirtualCard, method: ActivationMethod): Promise<Activation> {
  const sent: string[] = [];
  const session = new CardSession(recording(connectDirectly(card), sent));
  const read = await readCard(session);
  if (read.kind !== 'read') return { end: read.kind, type: undefined, isSigned: false, sent };
  const type = read.type?.name;
  const written = await write(session, method, read.profile);
  if (written !== 'written') return { end: written, type, isSigned: false, sent };
  const proof = await proveActivation(session, { newPin: newCodes().newPin, digest, profile: read.profile });
  const signature = proof.kind === 'proved' ? proof.signature : new Uint8Array();
  return { end: proof.kind, type, isSigned: verifyChipSignature({ certificateDer: read.certificateDer, statement: sampleStatement, signature }), sent };
}

async function write(session: CardSession, method: ActivationMethod, profile: CardProfile): Promise<string> {
  if (method === 'issuer-auth') {
    const cryptogramFor = (challenge: Uint8Array) => Promise.resolve({ kind: 'granted', cryptogram: cryptogramOf(sampleIssuerKey, challenge) } as const);
    return (await writeIssuerAuth(session, { ...newCodes(), profile, cryptogramFor })).kind;
  }
  const transportPuk = SecretBytes.fromAscii(sampleCodes.transportPuk);
  return (await writeTransportCodes(session, { ...newCodes(), profile, transportPuk, hasAttemptedPuk: false, onBeforePukAttempt: () => Promise.resolve(), onPukAnswered: () => Promise.resolve() })).kind;
}

function recording(connection: CardConnection, sent: string[]): CardConnection {
  return {
    atr: connection.atr,
    transmit: (command, deadlineMs) => {
      sent.push(toHex(command));
      return connection.transmit(command, deadlineMs);
    },
    disconnect: () => connection.disconnect(),
  };
}
