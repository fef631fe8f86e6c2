// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrintFormJob } from '@sportello/contracts';
import { isDocumentType } from '@sportello/domain';
import type { ActivationFormData } from '@sportello/paper';

/** @throws TypeError when the API signed a form of another mode, or with a document, that this station's paper does not know. */
export function formData({ text }: PrintFormJob): ActivationFormData {
  const { document, mode } = text;
  if (!isDocumentType(document.type)) throw new TypeError('a form with a document of an unknown type');
  if (mode !== 'direct') throw new TypeError('a form of an unknown mode of activation');
  return { ...text, language: 'it', document: { type: document.type, last4: document.last4 }, mode };
}
