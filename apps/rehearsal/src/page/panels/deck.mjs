// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { showDocument } from '../dialogs/identity-document.mjs';
import { showPapers } from '../dialogs/visit-papers.mjs';
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
    h('ul', { class: 'rows', 'data-key': 'rows' }, ...alone(world).map((citizen) => drawCitizen(page, world, citizen))),
    ...drawAccompanied(page, world),
    h(
      'div',
      { class: 'row', 'data-key': 'next' },
      h('p', { class: 'help grow' }, world.reserveLeft > 0 ? words.waiting(world.reserveLeft) : words.nobodyWaiting),
      world.reserveLeft > 0 && h('button', { type: 'button', class: 'button', onclick: () => void page.act('/api/citizens/next') }, words.callNext),
    ),
  ];
};

/** Whoever comes for somebody else, each followed by those for whom they come. @param {Page} page @param {WorldView} world */
const drawAccompanied = (page, world) => {
  const apart = world.citizens.filter((citizen) => !alone(world).includes(citizen));
  if (apart.length === 0) return [];
  return [
    h('h3', { 'data-key': 'accompanied-title' }, page.words.accompanied),
    h('ul', { class: 'rows', 'data-key': 'accompanied' }, ...apart.map((citizen) => drawCitizen(page, world, citizen))),
  ];
};

/** @param {WorldView} world */
const alone = ({ citizens }) => citizens.filter(({ story }) => story !== 'accompanies' && story !== 'accompanied' && story !== 'emancipated');

/** @param {Page} page @param {Citizen} citizen */
export const personOf = ({ words }, { story, surname, name }) => (story === 'not-cns' ? words.foreignCard : `${surname} ${name}`);

/** @param {Page} page @param {WorldView} world @param {Citizen} citizen */
const drawCitizen = (page, world, citizen) => {
  const { words } = page;
  const person = personOf(page, citizen);
  const isInReader = [world.reader, world.secondReader].some((reader) => reader?.cardId === citizen.id);
  const { visit } = citizen;
  return h(
    'li',
    { class: 'row', 'data-key': citizen.id },
    cardPicture(isInReader),
    h(
      'div',
      { class: 'grow' },
      h('p', { class: 'person' }, person),
      h('p', { class: 'help' }, tellOf(words, citizen)),
      visit && h('p', { class: 'help', 'data-key': 'visit' }, visitOf(page, world, visit)),
      h('p', { class: 'links', 'data-key': 'links' }, ...linksOf(page, world, citizen, isInReader)),
    ),
    isInReader
      ? h('p', { class: 'state', 'data-key': 'state' }, shapeOf('running'), words.inReader)
      : drawInsert(page, citizen.id, person),
  );
};

/** What else a hand may do with the papers and the card. @param {Page} page @param {WorldView} world @param {Citizen} citizen @param {boolean} isInReader */
const linksOf = (page, world, citizen, isInReader) => {
  const { words } = page;
  const { id, document, visit } = citizen;
  const person = personOf(page, citizen);
  /** @param {string} key @param {string} label @param {string} text @param {() => void} onclick */
  const link = (key, label, text, onclick) => h('button', { type: 'button', class: 'link', 'data-key': key, 'aria-label': label, onclick }, text);
  // The second reader is for whoever comes for somebody else, and for cards that are put into the wrong one.
  const isOfVisit = visit !== null || world.citizens.some((other) => other.visit?.applicant === id);
  return [
    // Whoever does not come shows none: a copy lies among the papers, where one is asked for.
    ...(document && (visit === null || visit.applicant === null) ? [link('document', words.documentOf(person), words.document, () => showDocument(page, document))] : []),
    ...(visit ? [link('papers', words.papersOf(person), words.papers, () => showPapers(page, visit, person))] : []),
    ...(world.hasSecondReader && isOfVisit && !isInReader ? [link('second', words.insertCardInSecond(person), words.insertInSecond, () => void insert(page, id, 'operator'))] : []),
  ];
};

/** @param {Page} page @param {string} card @param {string} person */
const drawInsert = (page, card, person) => {
  const { words } = page;
  const attributes = { type: 'button', class: 'button', id: `insert-${card}`, 'data-key': 'insert', 'aria-label': words.insertCard(person) };
  return h('button', { ...attributes, onclick: () => void insert(page, card, 'citizen') }, words.insert);
};

/** @param {Page['words']} words @param {Citizen} citizen */
const tellOf = (words, { age, cardType, story, hasOwnCodes }) => {
  const facts = [age === null ? null : words.age(age), cardType].filter((fact) => fact !== null).join(', ');
  // Who comes with the card is told in a line of its own.
  return [facts, story === 'accompanied' ? '' : words.stories[story], hasOwnCodes && story !== 'already-active' && story !== 'accompanies' ? words.ownCodes : ''].filter((part) => part !== '').join(' · ');
};

/** Who comes with the card. @param {Page} page @param {WorldView} world @param {NonNullable<Citizen['visit']>} visit */
const visitOf = (page, world, { kind, applicant }) => {
  const other = world.citizens.find(({ id }) => id === applicant);
  return page.words.comesWith(page.words.kinds[kind], other === undefined ? null : personOf(page, other));
};

/** The hand stays on the card: the next press of Space tears it out. @param {Page} page @param {string} card @param {'citizen' | 'operator'} reader */
const insert = async (page, card, reader) => {
  page.notify(null);
  const reply = await page.act('/api/reader/insert', { card, reader });
  if (reply.ok) page.focusSoon(reader === 'citizen' ? 'pull' : 'pull-second');
};
