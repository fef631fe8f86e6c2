// SPDX-License-Identifier: AGPL-3.0-or-later
import { raw } from 'bwip-js/node';

/** A black rectangle; its unit is the symbol's module, its origin the symbol's top left corner. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar code as rectangles: printed as such it keeps its edges at any resolution. */
export interface Barcode {
  /** In modules. */
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
}

/** Code 39 (ISO/IEC 16388), wide to narrow 3:1, without check character; one module high. Takes capitals, digits and dashes. */
export function code39(text: string): Barcode {
  const [symbol] = raw({ bcid: 'code39', text });
  if (!symbol || !('sbs' in symbol)) throw new TypeError('Code 39 came without its bars.');
  const bars: Bar[] = [];
  let x = 0;
  symbol.sbs.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ x, y: 0, width, height: 1 });
    x += width;
  });
  // The encoder ends with the gap that another character would need.
  const last = bars.at(-1);
  return { width: last ? last.x + last.width : 0, height: 1, bars };
}

/** Data Matrix ECC 200 (ISO/IEC 16022). Neighbouring dark modules of a row are one rectangle: no hairline is left between them. */
export function dataMatrix(text: string): Barcode {
  return matrix('datamatrix', text);
}

/** QR code (ISO/IEC 18004), error correction level L: on paper that is read soon, smaller modules harm more than a scratch. */
export function qrCode(text: string): Barcode {
  return matrix('qrcode', text, { eclevel: 'L' });
}

function matrix(bcid: 'datamatrix' | 'qrcode', text: string, options: { readonly eclevel?: 'L' } = {}): Barcode {
  const [symbol] = raw({ bcid, text, ...options });
  if (!symbol || !('pixs' in symbol)) throw new TypeError('A matrix code came without its modules.');
  const { pixs, pixx, pixy } = symbol;
  const bars: Bar[] = [];
  for (let y = 0; y < pixy; y++) {
    for (let x = 0; x < pixx; x++) {
      const from = x;
      while (x < pixx && pixs[y * pixx + x] === 1) x++;
      if (x > from) bars.push({ x: from, y, width: x - from, height: 1 });
    }
  }
  return { width: pixx, height: pixy, bars };
}
