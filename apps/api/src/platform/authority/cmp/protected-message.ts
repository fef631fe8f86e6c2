// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { type SigningCredential, signatureAlgorithmOf, signBy } from '../signing-credential';
import { keyIdOf, subjectOf } from '../names';
import { DirectoryName, ExtraCerts, type PkiBody, PkiHeader, PkiMessage, ProtectedPart } from './cmp-messages';

export interface MessageIds {
  readonly transactionId: Uint8Array;
  /** Fresh for each message. */
  readonly senderNonce: Uint8Array;
  /** The nonce of the message that this one answers; an absent one answers none. */
  readonly recipNonce?: Uint8Array;
}

export interface MessageFrame {
  readonly ids: MessageIds;
  /** The Name of whom it is for, DER. */
  readonly recipient: Uint8Array;
  readonly now: Date;
}

const octets = (bytes: Uint8Array): OctetString => new OctetString(bytes);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A PKIMessage, protected by the signer's signature, with the signer's certificates along (RFC 9810 §5.1, §5.1.3.3; RFC 9483 §3.2). */
export async function protectedMessage(body: PkiBody, { ids, recipient, now }: MessageFrame, signer: SigningCredential): Promise<Buffer> {
  const keyId = keyIdOf(signer.certificate);
  const header = new PkiHeader({
    sender: nameOf(subjectOf(signer.certificate)),
    recipient: nameOf(recipient),
    // To the second (RFC 9483 §3.1).
    messageTime: new Date(Math.floor(now.getTime() / 1000) * 1000),
    protectionAlg: signatureAlgorithmOf(signer),
    ...(keyId && { senderKID: octets(keyId) }),
    transactionID: octets(ids.transactionId),
    senderNonce: octets(ids.senderNonce),
    ...(ids.recipNonce && { recipNonce: octets(ids.recipNonce) }),
  });
  const part = { header: AsnConvert.serialize(header), body: AsnConvert.serialize(body) };
  const protection = await signBy(signer, protectedBytes(part));
  const extraCerts = new ExtraCerts([signer.certificate, ...signer.chain].map(({ raw }) => bufferOf(raw)));
  return Buffer.from(AsnConvert.serialize(new PkiMessage({ ...part, protection: bufferOf(protection), extraCerts })));
}

export const protectedBytes = ({ header, body }: Pick<ProtectedPart, 'header' | 'body'>): Buffer => Buffer.from(AsnConvert.serialize(new ProtectedPart({ header, body })));

/** A Name (DER) as a GeneralName. */
export const nameOf = (name: Uint8Array): ArrayBuffer => AsnConvert.serialize(new DirectoryName(bufferOf(name)));
