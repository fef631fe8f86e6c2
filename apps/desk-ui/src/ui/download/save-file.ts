// SPDX-License-Identifier: AGPL-3.0-or-later

/** As a link of the page itself would: the browser saves what comes as it comes, and the page stays. */
export function saveFile(document: Document, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
