// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>} Attributes */

/** Names of the listeners that an element may carry; the patch copies them from one drawing to the next. */
export const LISTENERS = /** @type {const} */ (['onclick', 'onchange', 'oninput']);

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] `false`, `null` and `undefined` leave an attribute out; `true` sets it empty; functions become listeners.
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const h = (tag, attributes = {}, ...children) => withAll(document.createElement(tag), attributes, children);

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {SVGElement}
 */
export const s = (tag, attributes = {}, ...children) => withAll(document.createElementNS(svgNamespace, tag), attributes, children);

/**
 * @template {HTMLElement | SVGElement} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {readonly Child[]} children
 * @returns {E}
 */
const withAll = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') Object.assign(element, { [name]: value });
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
};
