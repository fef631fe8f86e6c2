// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';
import { openLayer } from './layer.mjs';

/** @typedef {NonNullable<import('../world-client.mjs').WorldView['citizens'][number]['visit']>} Visit */

/** @param {string} text */
const shown = (text) => text.split('-').reverse().join('/');

/**
 * What is held out besides cards and identity documents: read here, typed at the desk.
 * @param {import('../app.mjs').Page} page
 * @param {Visit} visit
 * @param {string} holder
 */
export const showPapers = ({ words }, { decree, delegation, emancipationTitle }, holder) => {
  /** @type {(readonly [string, string])[]} */
  const rows = [];
  if (decree !== null) rows.push([words.visitPapers.decree, words.decree(decree.number, shown(decree.issuedOn), decree.court)]);
  if (delegation !== null) {
    const { type, number, expiresOn } = delegation.holderDocument;
    const name = words.documentTypes[/** @type {keyof typeof words.documentTypes} */ (type)];
    rows.push([words.visitPapers.delegation, words.delegation(shown(delegation.signedOn))], [words.visitPapers.copy, words.copyOf(name, number, shown(expiresOn))]);
  }
  if (emancipationTitle !== null) rows.push([words.visitPapers.emancipationTitle, emancipationTitle]);
  rows.push([words.visitPapers.declaration, words.signedAtDesk]);
  const list = h('dl', { class: 'document' }, ...rows.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text))));
  openLayer({ title: words.papersOf(holder), close: words.close, content: [list] });
};
