// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { handOver } from '../dialogs/hand-over.mjs';
import { showPaper } from '../dialogs/paper.mjs';
import { h } from '../dom/element.mjs';
import { padlock } from '../dom/shapes.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView['printers']['buste']['sheets'][number]} Sheet */
/** @typedef {import('./printers.mjs').Queue} Queue */

/** One sheet in a tray, with what can be done with it.
 * @param {Page} page @param {Queue} queue @param {Sheet} sheet
 */
export const drawSheet = (page, queue, sheet) => {
  const { words } = page;
  const { outside } = sheet;
  const name = nameOf(words, outside);
  const address = `/api/printers/${queue}/${sheet.id}`;
  const isClosed = outside.kind === 'envelope' && sheet.codes === null;
  const code = outside.kind === 'envelope' ? outside.outerCode : outside.kind === 'form' ? outside.formNumber : null;
  const button = actButton(words, name);
  return h(
    'div',
    { class: 'lying', 'data-key': sheet.id },
    h(
      'div',
      { class: `paper ${outside.kind}` },
      h('div', { class: 'head' }, h('p', { class: 'person' }, name), isClosed && padlock()),
      outside.kind === 'envelope' && h('p', {}, outside.recipient),
      outside.kind === 'form' && h('p', {}, outside.title),
      code !== null && h('p', { class: 'mono' }, code),
    ),
    h(
      'p',
      { class: 'acts' },
      code !== null && button(outside.kind === 'form' ? words.signAndHand : words.handToScanner, () => void handOver(page, 'printers', code, words.copied)),
      isClosed && button(words.open, () => void page.act(`${address}/open`)),
    ),
    h(
      'p',
      { class: 'acts small' },
      button(words.look, () => void showPaper(page, { address, title: name, isClosed }), 'link'),
      button(words.take, () => void page.act(`${address}/take`), 'link'),
    ),
  );
};

/** @param {Page['words']} words @param {string} sheet */
const actButton = (words, sheet) => (/** @type {string} */ act, /** @type {() => void} */ onclick, look = 'button') =>
  h('button', { type: 'button', class: look, 'data-key': act, 'aria-label': words.ofSheet(act, sheet), onclick }, act);

/** @param {Page['words']} words @param {Sheet['outside']} outside */
const nameOf = (words, outside) => {
  switch (outside.kind) {
    case 'envelope':
      return words.envelope(outside.controlNumber);
    case 'form':
      return words.form(outside.formNumber);
    case 'other':
      return words.otherPaper;
    case 'unreadable':
      return words.unreadablePaper;
  }
};
