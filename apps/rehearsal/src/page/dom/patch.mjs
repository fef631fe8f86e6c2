// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { LISTENERS } from './element.mjs';

/**
 * Makes what is on the page like a fresh drawing, touching only what differs: the focus stays where it is, and a button that is just being pressed stays
 * the same button. Nodes with the same `data-key` are the same thing.
 *
 * @param {Element} parent
 * @param {readonly Node[]} drawing
 */
export const patch = (parent, drawing) => {
  const old = [...parent.childNodes];
  const keyed = new Map(old.map((node) => [keyOf(node), node]));
  keyed.delete('');
  const kept = new Set();
  drawing.forEach((node, index) => {
    const key = keyOf(node);
    const present = key === '' ? parent.childNodes[index] : keyed.get(key);
    const isSame = present !== undefined && !kept.has(present) && present.nodeName === node.nodeName && keyOf(present) === key;
    const placed = isSame ? present : node;
    if (isSame) update(present, node);
    kept.add(placed);
    if (parent.childNodes[index] !== placed) parent.insertBefore(placed, parent.childNodes[index] ?? null);
  });
  for (const node of [...parent.childNodes].slice(drawing.length)) node.remove();
};

/** @param {Node} node */
const keyOf = (node) => (node instanceof Element ? (node.getAttribute('data-key') ?? '') : '');

/**
 * @param {Node} present
 * @param {Node} drawn
 */
const update = (present, drawn) => {
  if (!(present instanceof Element) || !(drawn instanceof Element)) {
    if (present.nodeValue !== drawn.nodeValue) present.nodeValue = drawn.nodeValue;
    return;
  }
  for (const { name } of [...present.attributes]) if (!drawn.hasAttribute(name) && !isOwnedByBrowser(present, name)) present.removeAttribute(name);
  for (const { name, value } of drawn.attributes) if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  if (present instanceof HTMLElement && drawn instanceof HTMLElement) for (const name of LISTENERS) Object.assign(present, { [name]: drawn[name] });
  patch(present, [...drawn.childNodes]);
  if (present instanceof HTMLSelectElement && drawn instanceof HTMLSelectElement && present !== document.activeElement) present.value = drawn.value;
};

/** Whether `<details>` is open is up to its reader.
 * @param {Element} element
 * @param {string} name
 */
const isOwnedByBrowser = (element, name) => element instanceof HTMLDetailsElement && name === 'open';
