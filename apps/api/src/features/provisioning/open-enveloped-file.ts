// SPDX-License-Identifier: AGPL-3.0-or-later
import { ContentInfo, EnvelopedData, type KeyTransRecipientInfo, id_envelopedData } from '@peculiar/asn1-cms';
import { RsaEsOaepParams, id_RSAES_OAEP, id_rsaEncryption } from '@peculiar/asn1-rsa';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { type KeyObject, constants, createDecipheriv, privateDecrypt } from 'node:crypto';

export interface EnvelopeRefusal {
  readonly kind: 'not-enveloped-data' | 'cipher-not-supported' | 'not-for-this-key';
}

/** RFC 3565 and RFC 3370 §5: what the content may be encrypted with, by object identifier. */
const CIPHERS: ReadonlyMap<string, { readonly name: string; readonly keyBytes: number }> = new Map([
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyBytes: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyBytes: 24 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyBytes: 32 }],
]);

/** The hashes of RSAES-OAEP (RFC 8017 §A.2.1). */
const OAEP_HASHES: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const PEM = /-----BEGIN (CMS|PKCS7)-----([A-Za-z0-9+/=\s]+)-----END \1-----/;

/**
 * The clear text of a CMS EnvelopedData (RFC 5652 §6; DER or PEM) for an RSA key. The caller wipes it. EnvelopedData is not authenticated: who reads what is inside
 * judges it whole.
 */
export function openEnvelopedFile(file: Buffer, key: KeyObject): Outcome<Buffer, EnvelopeRefusal> {
  const envelope = envelopeIn(file);
  if (!envelope) return refuse({ kind: 'not-enveloped-data' });
  const { contentEncryptionAlgorithm: algorithm, encryptedContent } = envelope.encryptedContentInfo;
  const cipher = CIPHERS.get(algorithm.algorithm);
  if (!cipher || !algorithm.parameters) return refuse({ kind: 'cipher-not-supported' });
  const iv = Buffer.from(AsnConvert.parse(algorithm.parameters, OctetString).buffer);
  // A long content may come in pieces (BER, as a program that streams makes it).
  const pieces = encryptedContent?.value ? [encryptedContent.value] : (encryptedContent?.constructedValue ?? []);
  const content = Buffer.concat(pieces.map(({ buffer }) => Buffer.from(buffer)));
  for (const { ktri } of envelope.recipientInfos) {
    const contentKey = ktri && contentKeyOf(ktri, key);
    if (!contentKey) continue;
    // PKCS #1 v1.5 answers random bytes to a wrong key (implicit rejection): they fail here or in the padding.
    const clear = contentKey.length === cipher.keyBytes ? decrypt(cipher.name, contentKey, iv, content) : undefined;
    contentKey.fill(0);
    if (clear) return accept(clear);
  }
  return refuse({ kind: 'not-for-this-key' });
}

function envelopeIn(file: Buffer): EnvelopedData | undefined {
  const [, , base64] = PEM.exec(file.toString('latin1')) ?? [];
  try {
    const { contentType, content } = AsnConvert.parse(base64 === undefined ? file : Buffer.from(base64, 'base64'), ContentInfo);
    return contentType === id_envelopedData ? AsnConvert.parse(content, EnvelopedData) : undefined;
  } catch {
    // Whatever the parser does not like: the file is of another kind.
    return undefined;
  }
}

/** The content's key, wrapped by RSAES-PKCS1-v1_5 or RSAES-OAEP (RFC 3370 §4.2.1, RFC 3560); undefined when it was wrapped otherwise, or for another key. */
function contentKeyOf({ keyEncryptionAlgorithm: { algorithm, parameters }, encryptedKey }: KeyTransRecipientInfo, key: KeyObject): Buffer | undefined {
  const wrapped = Buffer.from(encryptedKey.buffer);
  try {
    if (algorithm === id_rsaEncryption) return privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, wrapped);
    if (algorithm !== id_RSAES_OAEP) return undefined;
    const { hashAlgorithm } = parameters ? AsnConvert.parse(parameters, RsaEsOaepParams) : new RsaEsOaepParams();
    const oaepHash = OAEP_HASHES.get(hashAlgorithm.algorithm);
    return oaepHash === undefined ? undefined : privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, wrapped);
  } catch {
    // OpenSSL says why; to us each reason means that this recipient is somebody else.
    return undefined;
  }
}

function decrypt(name: string, key: Buffer, iv: Buffer, content: Buffer): Buffer | undefined {
  const clear = Buffer.alloc(content.length);
  const parts: Buffer[] = [];
  try {
    const decipher = createDecipheriv(name, key, iv);
    parts.push(decipher.update(content));
    parts.push(decipher.final());
    const length = parts.reduce((at, part) => at + part.copy(clear, at), 0);
    return clear.subarray(0, length);
  } catch {
    // The padding, or the length of IV or content, is wrong.
    return undefined;
  } finally {
    for (const part of parts) part.fill(0);
  }
}
