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
const drawSide = ({ width, height, marks }, name) =>
  s(
    'svg',
    { class: 'side', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${name}: ${wordsOn(marks)}` },
    ...marks.map(drawMark),
  );

/** @param {PaperPage['marks']} marks */
const wordsOn = (marks) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');

/** @param {PaperPage['marks'][number]} mark */
const drawMark = (mark) => {
  switch (mark.kind) {
    case 'text':
      return s('text', { x: mark.x, y: mark.y, 'font-size': mark.size, class: faceOf(mark.font) }, mark.text);
    case 'box':
      return s('rect', { x: mark.x, y: mark.y, width: mark.width, height: mark.height, fill: greyOf(mark.shade) });
    case 'stroke':
      return s('line', { x1: mark.from.x, y1: mark.from.y, x2: mark.to.x, y2: mark.to.y, stroke: greyOf(mark.shade), 'stroke-width': mark.width });
  }
};

/** @param {number} shade */
const greyOf = (shade) => `rgb(${Array(3).fill(Math.round(shade * 255)).join(' ')})`;

/** @param {string} font */
const faceOf = (font) => (font.includes('Mono') ? 'mono' : font.includes('Bold') ? 'strong' : 'plain');
