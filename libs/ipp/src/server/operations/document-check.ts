// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringOf, strings } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';
import { type OperationAnswer, refusal } from './operation';

export const documentFormat = 'application/pdf';

/** Refuses a document that this printer does not read, by what the request says about it. */
export const refuseFormat = (attributes: readonly IppAttribute[]): OperationAnswer | undefined => {
  const compression = stringOf(attributes, 'compression') ?? 'none';
  if (compression !== 'none') return refusal('client-error-compression-not-supported', [strings('keyword', 'compression', compression)]);
  const format = stringOf(attributes, 'document-format') ?? documentFormat;
  return format === documentFormat ? undefined : refusal('client-error-document-format-not-supported', [strings('mimeMediaType', 'document-format', format)]);
};

/** A PDF says so in its first kilobyte (ISO 32000-1 Annex H, note 13). */
export const refuseDocument = (document: Uint8Array): OperationAnswer | undefined =>
  Buffer.from(document.buffer, document.byteOffset, document.byteLength).subarray(0, 1024).includes('%PDF-')
    ? undefined
    : refusal('client-error-document-format-error');
