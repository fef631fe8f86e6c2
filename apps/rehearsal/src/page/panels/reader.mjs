// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h, s } from '../dom/element.mjs';
import { shapeOf } from '../dom/shapes.mjs';
import { personOf } from './deck.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView} WorldView */

/** The slot on the counter, and the hand that may pull at any moment.
 * @param {Page} page @param {WorldView} world
 */
export const drawReader = (page, world) => {
  const { words } = page;
  const { reader } = world;
  const state = reader === null ? words.readerEmpty : words.work[reader.work];
  return [
    h(
      'div',
      { class: 'head', 'data-key': 'head' },
      h('h2', { id: 'reader-title' }, words.reader),
      h('p', { class: 'state', role: 'status' }, shapeOf(reader === null ? 'none' : reader.work === 'idle' ? 'done' : 'running'), h('span', {}, state)),
    ),
    drawSlot(page, world),
    reader === null
      ? h('p', { class: 'help', 'data-key': 'hint' }, words.readerHint)
      : h(
          'p',
          { class: 'acts', 'data-key': 'acts' },
          h(
            'button',
            { type: 'button', class: 'button primary', id: 'pull', onclick: () => void pull(page, reader.cardId) },
            h('span', {}, words.pull),
            h('kbd', {}, words.space),
          ),
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void page.act('/api/reader/pull', { when: 'idle' }) },
            reader.isPullPending ? words.pullPending : words.pullWhenIdle,
          ),
        ),
    ...drawSecond(page, world),
  ];
};

/** The operator's reader, in which whoever comes for somebody else shows their own card. @param {Page} page @param {WorldView} world */
const drawSecond = (page, { secondReader, hasSecondReader, citizens }) => {
  if (!hasSecondReader) return [];
  const citizen = citizens.find(({ id }) => id === secondReader?.cardId);
  const { words } = page;
  return [
    h('h3', { 'data-key': 'second-title' }, words.secondReader),
    h('p', { class: 'state', 'data-key': 'second-state' }, shapeOf(secondReader === null ? 'none' : 'done'), h('span', {}, citizen ? personOf(page, citizen) : words.readerEmpty)),
    ...(secondReader === null
      ? []
      : [h('p', { class: 'acts', 'data-key': 'second-acts' }, h('button', { type: 'button', class: 'button', id: 'pull-second', onclick: () => void page.act('/api/reader/pull', { reader: 'operator' }) }, words.pullSecond))]),
  ];
};

/** The hand has the card again. @param {Page} page @param {string} card */
const pull = async (page, card) => {
  const reply = await page.act('/api/reader/pull');
  if (reply.ok) page.focusSoon(`insert-${card}`);
};

/** @param {Page} page @param {WorldView} world */
const drawSlot = (page, { reader, citizens }) => {
  const citizen = citizens.find(({ id }) => id === reader?.cardId);
  const card =
    citizen &&
    h(
      'div',
      { class: 'card-in-slot', 'data-key': 'card' },
      h('div', { class: 'head' }, h('p', { class: 'person' }, personOf(page, citizen)), h('p', { class: 'help' }, citizen.cardType ?? '')),
      citizen.codiceFiscale === null ? null : groupedCode(citizen.codiceFiscale),
      chip(),
    );
  return h('div', { class: 'slot', 'data-key': 'slot' }, card, h('div', { class: 'mouth', 'data-key': 'mouth' }));
};

/** Grouped by margin, so that copying gives the bare code. @param {string} code */
const groupedCode = (code) => {
  const parts = [code.slice(0, 3), code.slice(3, 6), code.slice(6, 11), code.slice(11, 15), code.slice(15)];
  return h('p', { class: 'mono grouped' }, ...parts.map((part) => h('span', {}, part)));
};

const chip = () =>
  s(
    'svg',
    { class: 'chip', viewBox: '0 0 38 28', width: 38, height: 28, 'aria-hidden': 'true', focusable: 'false' },
    s('rect', { x: 1, y: 1, width: 36, height: 26, rx: 4, fill: '#f3dfa8', stroke: '#8a6d1f', 'stroke-width': 2 }),
    s('path', { d: 'M13 1v26M25 1v26M1 14h12M25 14h12', fill: 'none', stroke: '#8a6d1f', 'stroke-width': 1.5 }),
  );
