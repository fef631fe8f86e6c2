// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from './dom/element.mjs';
import { patch } from './dom/patch.mjs';
import { closeLayer } from './dialogs/layer.mjs';
import { drawBar } from './panels/bar.mjs';
import { drawDeck } from './panels/deck.mjs';
import { drawFaults } from './panels/faults.mjs';
import { drawPrinters } from './panels/printers.mjs';
import { drawReader } from './panels/reader.mjs';
import { storedLanguage, storeLanguage, wordsIn } from './words/words.mjs';
import { act, follow } from './world-client.mjs';

/** @typedef {import('./world-client.mjs').WorldView} WorldView */
/** @typedef {import('./words/words.mjs').Words} Words */

/**
 * What the panels draw from, and how they ask for more.
 * @typedef {object} Page
 * @property {Words} words
 * @property {(path: string, body?: Readonly<Record<string, unknown>>) => Promise<import('./world-client.mjs').Reply>} act Tells the world; a refusal is said aloud.
 * @property {(text: string) => void} say Told to who does not see the page change.
 * @property {Notice | null} notice
 * @property {(notice: Notice | null) => void} notify
 * @property {(id: string) => void} focusSoon Moves the focus to a control, now or when the world's next state brings it.
 * @property {() => void} switchLanguage
 */

/**
 * The last thing that a hand did, in words; with the text to copy when the clipboard was not to be had.
 * @typedef {{ readonly place: 'printers' | 'deck', readonly text: string, readonly toCopy: string | null }} Notice
 */

/** @type {WorldView | null} */
let world = null;
let language = storedLanguage();
/** @type {string | null} */
let awaitedFocus = null;

/** @type {Page} */
const page = {
  words: wordsIn(language),
  act: async (path, body) => {
    const reply = await act(path, body);
    if (!reply.ok && reply.kind !== 'unreachable') {
      const { refusals } = page.words;
      const kind = reply.kind === 'slot-taken' || reply.kind === 'reserve-empty' ? reply.kind : 'other';
      page.notify({ place: 'deck', text: refusals[kind], toCopy: null });
    }
    return reply;
  },
  say: (text) => {
    part('said').textContent = text;
  },
  notice: null,
  notify: (notice) => {
    page.notice = notice;
    if (notice !== null) page.say(notice.text);
    draw();
  },
  focusSoon: (id) => {
    awaitedFocus = id;
    settleFocus();
  },
  switchLanguage: () => {
    language = language === 'it' ? 'en' : 'it';
    storeLanguage(language);
    page.words = wordsIn(language);
    page.notice = null;
    closeLayer();
    draw();
  },
};

/** @param {string} id @returns {HTMLElement} */
const part = (id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
};

const draw = () => {
  document.documentElement.lang = language;
  document.title = page.words.title;
  part('lost').textContent = page.words.lost;
  patch(part('bar'), drawBar(page, world));
  patch(part('deck'), world === null ? loading('deck', page.words.deck) : drawDeck(page, world));
  patch(part('reader'), world === null ? loading('reader', page.words.reader) : drawReader(page, world));
  patch(part('printers'), world === null ? loading('printers', page.words.printers) : drawPrinters(page, world));
  patch(part('faults'), world === null ? loading('faults', page.words.faults) : drawFaults(page, world));
  settleFocus();
};

const settleFocus = () => {
  const awaited = awaitedFocus === null ? null : document.getElementById(awaitedFocus);
  if (awaited === null) return;
  awaitedFocus = null;
  awaited.focus();
};

/** @param {string} id @param {string} title */
const loading = (id, title) => [h('h2', { id: `${id}-title`, 'data-key': 'title' }, title), h('p', { class: 'help', 'data-key': 'loading' }, page.words.loading)];

/** Space pulls the card from anywhere but a control, which it presses as everywhere. */
document.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (event.key !== ' ' || event.repeat || target?.closest('a, button, input, select, summary, dialog')) return;
  event.preventDefault();
  void page.act('/api/reader/pull');
});

draw();
follow({
  onWorld: (seen) => {
    world = seen;
    part('lost').hidden = true;
    draw();
  },
  onLost: () => {
    part('lost').hidden = false;
  },
});
