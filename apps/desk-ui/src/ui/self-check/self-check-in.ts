// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a citizen looks whether their card works: the API writes it into the document; null: nowhere. */
export function selfCheckIn(document: Document): string | null {
  const address = document.documentElement.dataset['selfCheck'] ?? '';
  return address === '' ? null : address;
}
