// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';
import { shapeOf } from '../dom/shapes.mjs';
import { drawNotice } from './notice.mjs';
import { drawOpenedEnvelopes } from './opened-envelope.mjs';
import { drawSheet } from './sheet.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView} WorldView */
/** @typedef {'buste' | 'moduli'} Queue */

/** Both printers with what lies in their trays, and under them the envelopes that their citizens have opened.
 * @param {Page} page @param {WorldView} world
 */
export const drawPrinters = (page, world) => [
  h('div', { class: 'head', 'data-key': 'head' }, h('h2', { id: 'printers-title' }, page.words.printers), h('p', { class: 'help' }, page.words.outputTray)),
  h('div', { class: 'pair', 'data-key': 'pair' }, drawPrinter(page, world, 'buste'), drawPrinter(page, world, 'moduli')),
  ...drawNotice(page, 'printers'),
  ...drawOpenedEnvelopes(page, world),
];

/** @param {Page} page @param {WorldView} world @param {Queue} queue */
const drawPrinter = (page, world, queue) => {
  const { words } = page;
  const printer = world.printers[queue];
  const [newest, ...older] = printer.sheets;
  const name = `${queue}-name`;
  return h(
    'section',
    { class: 'printer', 'data-key': queue, 'aria-labelledby': name },
    h('div', { class: 'printer-name' }, h('h3', { id: name }, words.queues[queue]), drawCondition(words, printer)),
    h(
      'div',
      { class: 'tray', 'data-key': 'tray' },
      newest ? drawSheet(page, queue, newest) : h('p', { class: 'help empty', 'data-key': 'empty' }, words.trayEmpty[queue]),
    ),
    older.length > 0 &&
      h(
        'details',
        { class: 'older', 'data-key': 'older' },
        h('summary', {}, words.older(older.length)),
        ...older.map((sheet) => drawSheet(page, queue, sheet)),
      ),
  );
};

/** @param {Page['words']} words @param {WorldView['printers'][Queue]} printer */
const drawCondition = (words, { state, conditions, mediaSheets }) => {
  if (conditions.includes('media-jam')) return h('p', { class: 'state bad', role: 'status' }, shapeOf('stopped'), words.conditions['media-jam']);
  if (conditions.includes('media-empty')) return h('p', { class: 'state bad', role: 'status' }, shapeOf('stopped'), words.conditions['media-empty']);
  if (state === 'stopped') return h('p', { class: 'state bad', role: 'status' }, shapeOf('stopped'), words.stopped);
  if (state === 'processing') return h('p', { class: 'state', role: 'status' }, shapeOf('running'), words.printing);
  return h('p', { class: 'state ok', role: 'status' }, shapeOf('done'), words.ready(mediaSheets));
};
