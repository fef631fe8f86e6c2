// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';
import { outwardArrow } from '../dom/shapes.mjs';

/** @param {import('../app.mjs').Page} page @param {import('../app.mjs').WorldView | null} world */
export const drawBar = ({ words, switchLanguage }, world) => [
  h('a', { class: 'skip', href: '#main', 'data-key': 'skip' }, words.skip),
  h('div', { class: 'names', 'data-key': 'names' }, h('h1', {}, words.title), h('p', {}, words.subtitle)),
  ...(world === null
    ? []
    : [
        h('p', { class: 'facing', 'data-key': 'facing' }, words.connectedTo(`${world.desk.name}, ${world.desk.place}`)),
        h(
          'a',
          { class: 'button', href: world.desk.url, target: '_blank', rel: 'noopener', 'data-key': 'desk' },
          words.openDesk,
          h('span', { class: 'unseen' }, ` ${words.opensInNewTab}`),
          outwardArrow(),
        ),
      ]),
  h(
    'button',
    { type: 'button', class: 'button on-dark', lang: words.otherLanguage === 'English' ? 'en' : 'it', 'data-key': 'language', onclick: switchLanguage },
    words.otherLanguage,
  ),
];
