// SPDX-License-Identifier: AGPL-3.0-or-later
import { TELEPHONE_LINES } from '@sportello/domain';

/** Whom citizens call: the installation's own help desk, which the API writes into the document, or the region's. */
export function helpDeskPhoneIn(document: Document): string {
  const own = document.documentElement.dataset['helpDeskPhone'] ?? '';
  return own === '' ? TELEPHONE_LINES['help-desk'].phone : own;
}
