// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';
import { openLayer } from './layer.mjs';

/** @typedef {NonNullable<import('../world-client.mjs').WorldView['citizens'][number]['document']>} IdentityDocument */

const fields = /** @type {const} */ (['number', 'surname', 'name', 'birthDate', 'codiceFiscale', 'issuer', 'issuedOn', 'expiresOn']);

/** @param {string} text */
const shown = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').reverse().join('/') : text);

/**
 * The document as it lies on the counter: what the operator types or scans is read here.
 * @param {import('../app.mjs').Page} page
 * @param {IdentityDocument} document
 */
export const showDocument = (page, document) => {
  const { words } = page;
  const rows = fields.flatMap((field) => {
    const value = document[field];
    return value === null ? [] : [h('div', {}, h('dt', {}, words.documentFields[field]), h('dd', {}, shown(value)))];
  });
  const content = [h('dl', { class: 'document' }, ...rows), ...(document.mrz.length > 0 ? machineReadable(page, document.mrz.join('\n')) : [])];
  openLayer({ title: words.documentTypes[document.type], close: words.close, content });
};

/** @param {import('../app.mjs').Page} page @param {string} mrz */
const machineReadable = ({ words, say }, mrz) => {
  const lines = h('textarea', { class: 'mrz', id: 'mrz', readonly: true, rows: 3, cols: 30, wrap: 'off', spellcheck: 'false' }, mrz);
  const outcome = h('p', { class: 'help' });
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(mrz).then(() => true, () => false);
    if (!isCopied) lines.select();
    outcome.textContent = isCopied ? words.mrzCopied : words.copyByHand;
    say(outcome.textContent);
  };
  return [
    h('label', { for: 'mrz', class: 'label' }, words.mrz),
    lines,
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', onclick: () => void copy() }, words.handMrz)),
    outcome,
  ];
};
