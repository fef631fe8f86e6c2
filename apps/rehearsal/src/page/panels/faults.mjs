// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check
import { h } from '../dom/element.mjs';

/** @typedef {import('../app.mjs').Page} Page */
/** @typedef {import('../app.mjs').WorldView} WorldView */
/** @typedef {keyof WorldView['faults']} Fault */
/** @typedef {NonNullable<WorldView['faults']['tear']>} TearPoint */

const switches = /** @type {const} */ (['slow-chip', 'envelopes-jam', 'envelopes-nothing-comes-out', 'forms-out-of-paper']);
const tearPoints = /** @type {readonly TearPoint[]} */ (['reading', 'new-pin', 'new-puk', 'proof']);

/** The phase that the switch of the tear arms next. @type {TearPoint} */
let chosenPoint = 'new-puk';

/** What can be made to go wrong.
 * @param {Page} page @param {WorldView} world
 */
export const drawFaults = (page, { faults }) => {
  const { words } = page;
  const active = switches.filter((fault) => faults[fault]).length + (faults.tear === null ? 0 : 1);
  return [
    h('div', { class: 'head', 'data-key': 'head' }, h('h2', { id: 'faults-title' }, words.faults), h('p', { class: 'help' }, words.readyFaults(active))),
    h('p', { class: 'help', 'data-key': 'hint' }, words.faultsHint),
    h('ul', { class: 'rows', 'data-key': 'rows' }, drawTear(page, faults.tear), ...switches.map((fault) => drawSwitch(page, fault, faults[fault]))),
  ];
};

/** @param {Page} page @param {TearPoint | null} armed */
const drawTear = (page, armed) => {
  const { words } = page;
  const point = armed ?? chosenPoint;
  const options = tearPoints.map((value) => h('option', { value, selected: value === point }, words.tearPoints[value]));
  const choose = (/** @type {Event} */ event) => {
    chosenPoint = /** @type {TearPoint} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    if (armed !== null) void page.act('/api/faults/tear', { at: chosenPoint });
  };
  return h(
    'li',
    { class: 'row', 'data-key': 'tear' },
    h('div', { class: 'grow' }, h('p', { id: 'fault-tear' }, words.faultNames.tear), h('select', { 'aria-label': words.tearAt, onchange: choose }, ...options)),
    toggle('fault-tear', armed !== null, armed === null ? words.off : words.armed, () => void page.act('/api/faults/tear', { at: armed === null ? chosenPoint : null })),
  );
};

/** @param {Page} page @param {typeof switches[number]} fault @param {boolean} isOn */
const drawSwitch = (page, fault, isOn) => {
  const { words } = page;
  const hint = fault === 'slow-chip' ? words.faultHints[fault] : null;
  return h(
    'li',
    { class: 'row', 'data-key': fault },
    h('div', { class: 'grow' }, h('p', { id: `fault-${fault}` }, words.faultNames[fault]), hint !== null && h('p', { class: 'help' }, hint)),
    toggle(`fault-${fault}`, isOn, isOn ? words.on : words.off, () => void page.act(`/api/faults/${fault}`, { on: !isOn })),
  );
};

/** @param {string} labelledBy @param {boolean} isOn @param {string} word @param {() => void} onclick */
const toggle = (labelledBy, isOn, word, onclick) =>
  h(
    'button',
    { type: 'button', class: 'toggle', role: 'switch', 'aria-checked': String(isOn), 'aria-labelledby': labelledBy, onclick },
    h('span', { class: 'track', 'aria-hidden': 'true' }, h('span', { class: 'knob' })),
    h('span', { class: 'word', 'aria-hidden': 'true' }, word),
  );
