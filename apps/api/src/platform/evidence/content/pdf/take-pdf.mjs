// SPDX-License-Identifier: AGPL-3.0-or-later
import * as mupdf from 'mupdf';
import { lookThrough } from './look-through.mjs';

/** @typedef {import('../content.ts').ContentRefusal} ContentRefusal */
/** @typedef {{ kind: 'taken', pages: number, whole: Uint8Array, thumbnail: Uint8Array }} Taken */
/** @typedef {{ pixels: number, pages: number, thumbnailSide: number }} Limits */

mupdf.setLog(null);
/** Room on a page's longest side, in points: an A0 sheet. */
const LONGEST_SIDE = 3_400;
const QUALITY = 80;

/**
 * Opens, judges and writes anew: pages and what they need, without earlier versions of them, what nothing refers to, and what stands between the objects.
 * @param {Uint8Array} bytes @param {Limits} limits @returns {Taken | ContentRefusal}
 */
export function takePdf(bytes, limits) {
  try {
    const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF();
    if (!document) return { kind: 'evidence-unreadable' };
    if (document.needsPassword() || !document.getTrailer().get('Encrypt').isNull()) return { kind: 'evidence-protected' };
    // A reader that has to guess may guess otherwise than the next one.
    if (document.wasRepaired()) return { kind: 'evidence-unreadable' };
    const pages = document.countPages();
    if (pages < 1) return { kind: 'evidence-unreadable' };
    if (pages > limits.pages) return { kind: 'evidence-too-large', exceeded: 'pages' };
    const refusal = lookThrough(document, limits.pixels);
    if (refusal) return refusal;
    for (let page = 0; page < pages; page += 1) if (!isOfUsualSize(document.loadPage(page).getBounds())) return { kind: 'evidence-too-large', exceeded: 'pixels' };
    const thumbnail = drawn(document, 0, limits.thumbnailSide);
    if (document.wasRepaired()) return { kind: 'evidence-unreadable' };
    document.getTrailer().get('Root').delete('OpenAction');
    const whole = document.saveToBuffer('garbage=deduplicate,compress').asUint8Array().slice();
    return { kind: 'taken', pages, whole, thumbnail };
  } catch {
    // MuPDF throws plain errors with words: whatever it cannot read is not read.
    return { kind: 'evidence-unreadable' };
  }
}

/** One page as a JPEG. @param {Uint8Array} bytes @param {{ page: number, side: number }} wish @returns {{ kind: 'drawn', picture: Uint8Array } | ContentRefusal} */
export function renderPage(bytes, { page, side }) {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  return page < document.countPages() ? { kind: 'drawn', picture: drawn(document, page, side) } : { kind: 'evidence-unreadable' };
}

/** @param {mupdf.Document} document @param {number} page @param {number} side @returns {Uint8Array} */
function drawn(document, page, side) {
  const sheet = document.loadPage(page);
  const [left, top, right, bottom] = sheet.getBounds();
  const scale = side / Math.max(right - left, bottom - top);
  return sheet.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true).asJPEG(QUALITY).slice();
}

/** @param {mupdf.Rect} bounds */
function isOfUsualSize([left, top, right, bottom]) {
  const [width, height] = [right - left, bottom - top];
  return Math.min(width, height) >= 1 && Math.max(width, height) <= LONGEST_SIDE;
}
