// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';

const layer = () => /** @type {HTMLDialogElement} */ (document.getElementById('layer'));

/**
 * Lays something over the page until Esc or the button; the focus goes back where it was.
 * @param {{ title: string, close: string, content: readonly Node[] }} shown
 */
export const openLayer = ({ title, close, content }) => {
  const closing = h('button', { type: 'button', class: 'button', onclick: closeLayer }, close);
  layer().replaceChildren(h('div', { class: 'head' }, h('h2', { id: 'layer-title' }, title), closing), ...content);
  if (!layer().open) layer().showModal();
};

export const closeLayer = () => {
  if (layer().open) layer().close();
};
