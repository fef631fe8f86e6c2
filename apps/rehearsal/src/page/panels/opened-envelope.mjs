// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView} WorldView */
/** @typedef {WorldView['printers']['buste']['sheets'][number]} Sheet */
/** @typedef {import('../../home/card-use').CardUse} CardUse */

/** What the citizens found in their envelopes: the one place where codes are seen.
 * @param {Page} page @param {WorldView} world
 */
export const drawOpenedEnvelopes = (page, world) =>
  world.printers.buste.sheets.flatMap((sheet) => (sheet.codes === null ? [] : [drawOpened(page, world, sheet, sheet.codes)]));

/** @param {Page} page @param {WorldView} world @param {Sheet} sheet @param {NonNullable<Sheet['codes']>} codes */
const drawOpened = (page, world, { id, outside }, codes) => {
  const { words } = page;
  const number = outside.kind === 'envelope' ? outside.controlNumber : id;
  const recipient = outside.kind === 'envelope' ? outside.recipient : '';
  const pairs = /** @type {const} */ ([['PIN', codes.pin], ['PUK', codes.puk], ['CIP', codes.cip]]);
  return h(
    'div',
    { class: 'opened', 'data-key': `opened-${id}` },
    h('div', { class: 'head' }, h('h3', {}, words.openedByCitizen(number)), h('p', { class: 'help' }, words.onlyHere)),
    h('dl', { class: 'codes' }, ...pairs.map(([name, code]) => h('div', {}, h('dt', {}, name), h('dd', { class: 'mono' }, code)))),
    h(
      'p',
      { class: 'acts' },
      h('button', { type: 'button', class: 'button', onclick: () => void tryAtHome(page, world, recipient, codes.pin) }, words.tryAtHome),
    ),
  );
};

/** @param {Page} page @param {WorldView} world @param {string} recipient @param {string} pin */
const tryAtHome = async (page, world, recipient, pin) => {
  const { tries } = page.words;
  const say = (/** @type {string} */ text) => page.notify({ place: 'printers', text, toCopy: null });
  const holder = world.citizens.find(({ surname, name }) => `${surname} ${name}` === recipient);
  if (holder === undefined) return say(tries.unknown);
  if (world.reader?.cardId === holder.id) return say(tries['card-in-reader']);
  const reply = await page.act(`/api/cards/${holder.id}/use`, { pin });
  if (!reply.ok) return;
  const use = /** @type {CardUse} */ (reply.body);
  switch (use.kind) {
    case 'signed':
      return say(use.isSignatureValid && use.isFromAuthority ? tries.valid : tries.invalid);
    case 'wrong-pin':
      return say(tries.wrong(use.triesLeft));
    case 'blocked':
      return say(tries.blocked);
    case 'refused':
      return say(tries.refused);
  }
};
