// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h, s } from '../dom/element.mjs';
import { read } from '../world-client.mjs';
import { openLayer } from './layer.mjs';

/** @typedef {import('../../paper-reader/paper').PaperPage} PaperPage */

/**
 * Shows a sheet side by side, drawn from what was read off the printed document.
 * @param {import('../app.mjs').Page} page
 * @param {{ address: string, title: string, isClosed: boolean }} sheet
 */
export const showPaper = async ({ words }, { address, title, isClosed }) => {
  const reply = await read(`${address}/sides`);
  if (!reply.ok) return;
  const { sides } = /** @type {{ sides: readonly PaperPage[] }} */ (reply.body);
  const content = sides.map((side, index) => drawSide(side, words.side(index + 1)));
  const note = isClosed ? [h('p', { class: 'help' }, words.closedInside)] : [];
  openLayer({ title, close: words.close, content: [...note, ...content] });
};

/** @param {PaperPage} side @param {string} name */
const drawSide = ({ width, height, texts, boxes, strokes }, name) =>
  s(
    'svg',
    { class: 'side', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${name}: ${texts.map(({ text }) => text).join(' ')}` },
    ...strokes.map(({ from, to }) => s('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: 'stroke' })),
    ...boxes.map((box) => s('rect', { x: box.x, y: box.y, width: box.width, height: box.height })),
    ...texts.map(({ x, y, size, font, text }) => s('text', { x, y, 'font-size': size, class: faceOf(font) }, text)),
  );

/** @param {string} font */
const faceOf = (font) => (font.includes('Mono') ? 'mono' : font.includes('Bold') ? 'strong' : 'plain');
