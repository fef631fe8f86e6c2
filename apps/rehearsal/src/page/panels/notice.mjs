// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';

/** What the last act of the hand came to, beside where it was done.
 * @param {import('../app.mjs').Page} page
 * @param {import('../app.mjs').Notice['place']} place
 */
export const drawNotice = ({ notice, words }, place) => {
  if (notice?.place !== place) return [];
  const field =
    notice.toCopy !== null &&
    h('input', {
      class: 'to-copy',
      type: 'text',
      readonly: true,
      value: notice.toCopy,
      'aria-label': words.copyByHand,
      onclick: (event) => event.target instanceof HTMLInputElement && event.target.select(),
    });
  return [h('div', { class: 'notice', 'data-key': 'notice' }, h('p', {}, notice.text), field)];
};
