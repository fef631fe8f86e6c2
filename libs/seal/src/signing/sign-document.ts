// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson, type JsonValue } from '../canonical-json/canonical-json';
import { verifyBytes } from './sign-bytes';
import type { SigningKey } from './signing-key';

/** A signature that travels beside a document. `keyId` says which key claims it; it is believed only when the signature holds under that key. */
export type DetachedSignature = { readonly keyId: string; readonly signature: string };

/**
 * Signs a JSON document in its canonical form.
 *
 * @param purpose what the signature means (`job`, `sealed-blob` …): a document signed for one purpose is not valid for another.
 */
export const signDocument = async (document: JsonValue, { purpose, key }: { readonly purpose: string; readonly key: SigningKey }): Promise<DetachedSignature> => ({
  keyId: key.keyId,
  signature: await key.sign(signedBytes(purpose, document)),
});

/** Whether this very document was signed for this purpose by the key. */
export const verifyDocument = (
  document: JsonValue,
  { signature }: DetachedSignature,
  { purpose, publicKey }: { readonly purpose: string; readonly publicKey: string },
): boolean => verifyBytes(signedBytes(purpose, document), signature, publicKey);

/** The first line keeps these bytes apart from everything else that the same key signs: a request's signature base begins with a quotation mark. */
const signedBytes = (purpose: string, document: JsonValue): Uint8Array =>
  Buffer.from(`sportello-document-v1\n${canonicalJson({ purpose, document })}`, 'utf8');
