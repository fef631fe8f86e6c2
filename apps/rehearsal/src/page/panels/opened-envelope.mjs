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
      h('button', { type: 'button', class: 'button', onclick: () => void checkAtHome(page, world, recipient, codes.pin) }, words.checkAtHome),
    ),
  );
};

/** @param {Page} page @param {WorldView} world @param {string} recipient @param {string} pin */
const tryAtHome = async (page, world, recipient, pin) => {
  const { tries } = page.words;
  const use = /** @type {CardUse | undefined} */ (await atHome(page, world, recipient, pin, 'use'));
  if (use === undefined) return;
  say(page, use.kind === 'signed' ? (use.isSignatureValid && use.isFromAuthority ? tries.valid : tries.invalid) : refusalOf(page, use));
};

/** What the page *La mia tessera funziona?* says of the card. @param {Page} page @param {WorldView} world @param {string} recipient @param {string} pin */
const checkAtHome = async (page, world, recipient, pin) => {
  const { tries } = page.words;
  const check = /** @type {{ kind: 'told', heading: string | null } | Exclude<CardUse, { kind: 'signed' }> | undefined} */ (await atHome(page, world, recipient, pin, 'self-check'));
  if (check === undefined) return;
  say(page, check.kind === 'told' ? (check.heading === null ? tries.noSelfCheck : tries.selfCheck(check.heading)) : refusalOf(page, check));
};

/** @param {Page} page @param {string} text */
const say = (page, text) => page.notify({ place: 'printers', text, toCopy: null });

/** Undefined: it did not come to it, and the page says why. @param {Page} page @param {WorldView} world @param {string} recipient @param {string} pin @param {'use' | 'self-check'} what */
const atHome = async (page, world, recipient, pin, what) => {
  const { tries } = page.words;
  const holder = world.citizens.find(({ surname, name }) => `${surname} ${name}` === recipient);
  if (holder === undefined) return say(page, tries.unknown);
  if (world.reader?.cardId === holder.id) return say(page, tries['card-in-reader']);
  const reply = await page.act(`/api/cards/${holder.id}/${what}`, { pin });
  return reply.ok ? reply.body : undefined;
};

/** @param {Page} page @param {Exclude<CardUse, { kind: 'signed' }>} use */
const refusalOf = ({ words: { tries } }, use) => {
  switch (use.kind) {
    case 'wrong-pin':
      return tries.wrong(use.triesLeft);
    case 'blocked':
      return tries.blocked;
    case 'refused':
      return tries.refused;
  }
};
