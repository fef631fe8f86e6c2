// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson, type JsonValue } from '../canonical-json/canonical-json';
import { verifyBytes } from './sign-bytes';
import type { SigningKey } from './signing-key';

/**
 * Signs a JSON document in its canonical form; the signature (base64url) travels beside it.
 *
 * @param purpose what the signature means (`job`, `intent` …): a document signed for one purpose is not valid for another.
 */
export const signDocument = (document: JsonValue, { purpose, key }: { readonly purpose: string; readonly key: SigningKey }): Promise<string> =>
  key.sign(signedBytes(purpose, document));

/** Whether the key signed this very document for this purpose. */
export const verifyDocument = (
  document: JsonValue,
  signature: string,
  { purpose, publicKey }: { readonly purpose: string; readonly publicKey: string },
): boolean => verifyBytes(signedBytes(purpose, document), signature, publicKey);

/** The first line keeps these bytes apart from all else that the same key signs: the signature base of an HTTP message begins with a quotation mark. */
const signedBytes = (purpose: string, document: JsonValue): Uint8Array =>
  Buffer.from(`sportello-document-v1\n${canonicalJson({ purpose, document })}`, 'utf8');
