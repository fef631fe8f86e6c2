// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { showDocument } from '../dialogs/identity-document.mjs';
import { h } from '../dom/element.mjs';
import { cardPicture, shapeOf } from '../dom/shapes.mjs';
import { drawNotice } from './notice.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView} WorldView */
/** @typedef {WorldView['citizens'][number]} Citizen */

/** The citizens with their cards, and those who still wait outside.
 * @param {Page} page @param {WorldView} world
 */
export const drawDeck = (page, world) => {
  const { words } = page;
  return [
    h('div', { class: 'head', 'data-key': 'head' }, h('h2', { id: 'deck-title' }, words.deck), h('p', { class: 'help' }, words.cards(world.citizens.length))),
    ...drawNotice(page, 'deck'),
    h('ul', { class: 'rows', 'data-key': 'rows' }, ...world.citizens.map((citizen) => drawCitizen(page, world, citizen))),
    h(
      'div',
      { class: 'row', 'data-key': 'next' },
      h('p', { class: 'help grow' }, world.reserveLeft > 0 ? words.waiting(world.reserveLeft) : words.nobodyWaiting),
      world.reserveLeft > 0 && h('button', { type: 'button', class: 'button', onclick: () => void page.act('/api/citizens/next') }, words.callNext),
    ),
  ];
};

/** @param {Page} page @param {Citizen} citizen */
export const personOf = ({ words }, { story, surname, name }) => (story === 'not-cns' ? words.foreignCard : `${surname} ${name}`);

/** @param {Page} page @param {WorldView} world @param {Citizen} citizen */
const drawCitizen = (page, world, citizen) => {
  const { words } = page;
  const person = personOf(page, citizen);
  const isInReader = world.reader?.cardId === citizen.id;
  const { document } = citizen;
  return h(
    'li',
    { class: 'row', 'data-key': citizen.id },
    cardPicture(isInReader),
    h(
      'div',
      { class: 'grow' },
      h('p', { class: 'person' }, person),
      h('p', { class: 'help' }, tellOf(words, citizen)),
      document &&
        h(
          'button',
          { type: 'button', class: 'link', 'aria-label': words.documentOf(person), onclick: () => showDocument(page, document) },
          words.document,
        ),
    ),
    isInReader
      ? h('p', { class: 'state', 'data-key': 'state' }, shapeOf('running'), words.inReader)
      : drawInsert(page, citizen.id, person),
  );
};

/** @param {Page} page @param {string} card @param {string} person */
const drawInsert = (page, card, person) => {
  const { words } = page;
  const attributes = { type: 'button', class: 'button', id: `insert-${card}`, 'data-key': 'insert', 'aria-label': words.insertCard(person) };
  return h('button', { ...attributes, onclick: () => void insert(page, card) }, words.insert);
};

/** @param {Page['words']} words @param {Citizen} citizen */
const tellOf = (words, { age, cardType, story, hasOwnCodes }) => {
  const facts = [age === null ? null : words.age(age), cardType].filter((fact) => fact !== null).join(', ');
  return [facts, words.stories[story], hasOwnCodes && story !== 'already-active' ? words.ownCodes : ''].filter((part) => part !== '').join(' · ');
};

/** The hand stays on the card: the next press of Space tears it out. @param {Page} page @param {string} card */
const insert = async (page, card) => {
  page.notify(null);
  const reply = await page.act('/api/reader/insert', { card });
  if (reply.ok) page.focusSoon('pull');
};
