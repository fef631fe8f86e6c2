// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT, inject } from '@angular/core';
import { takeScans } from '../scanner/scanner';
import { typedNumber } from './ranges';

/**
 * While the calling page is shown: an envelope's outer code goes to `envelope` by its number; a bare number, as stationery may bear it as a barcode, goes into the
 * field that has the focus, since the scanner's own keys never do.
 */
export function takeSheetScans(envelope: (controlNumber: string) => void): void {
  const document = inject(DOCUMENT);
  takeScans(({ text, recognised }) => {
    if (recognised.kind === 'outer-code') return envelope(recognised.outerCode.controlNumber);
    const [number, field] = [typedNumber(text), document.activeElement];
    if (number === undefined || !(field instanceof HTMLInputElement) || field.inputMode !== 'numeric') return;
    field.value = number;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
