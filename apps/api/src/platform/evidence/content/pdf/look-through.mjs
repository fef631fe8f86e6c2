// SPDX-License-Identifier: AGPL-3.0-or-later
/** @typedef {import('mupdf').PDFDocument} PDFDocument */
/** @typedef {import('mupdf').PDFObject} PDFObject */
/** @typedef {import('../content.ts').ContentRefusal} ContentRefusal */

/** Entries that make a file act, or carry another one (ISO 32000-1 §7.11.4, §12.6, §12.7.8, §13; ISO 32000-2 §12.5.6.24). */
const ACTING_KEYS = new Set(['JS', 'JavaScript', 'AA', 'EmbeddedFiles', 'EF', 'AF', 'XFA', 'RichMediaContent', 'RichMediaSettings', 'Rendition', 'Renditions']);
/** Actions by their `S`; what is left goes to another page, or names an address that a person would have to choose. */
const ACTIONS = new Set(['JavaScript', 'Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'Rendition', 'Movie', 'Sound', 'RichMediaExecute', 'GoTo3DView']);
const ACTING_KINDS = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D', 'FileAttachment', 'EmbeddedFile', 'Launch', 'JavaScript']);

const MOST_OBJECTS = 50_000;
const DEEPEST = 60;
/** What all streams but pictures may unfold to. */
const MOST_UNFOLDED = 96_000_000;

/**
 * Looks through every object of the file, whether a page reaches it or not, and unfolds every stream.
 * @param {PDFDocument} document @param {number} pixels @returns {ContentRefusal | undefined}
 */
export function lookThrough(document, pixels) {
  const count = document.countObjects();
  if (count > MOST_OBJECTS) return { kind: 'evidence-too-large', exceeded: 'bytes' };
  const root = document.getTrailer().get('Root');
  // A place to open the file at is a list; anything else there is an action (ISO 32000-1 §7.7.2).
  const opening = root.get('OpenAction');
  if (!opening.isNull() && !opening.isArray()) return { kind: 'evidence-active-content', found: 'OpenAction' };
  let unfolded = 0;
  for (let number = 1; number < count; number += 1) {
    const reference = document.newIndirect(number);
    const found = actingPartOf(reference.resolve(), 0);
    if (found) return { kind: 'evidence-active-content', found };
    if (!reference.isStream()) continue;
    if (nameIn(reference, 'Subtype') === 'Image') {
      if (numberIn(reference, 'Width') * numberIn(reference, 'Height') > pixels) return { kind: 'evidence-too-large', exceeded: 'pixels' };
      continue;
    }
    const stream = reference.readStream();
    unfolded += stream.getLength();
    stream.destroy();
    if (unfolded > MOST_UNFOLDED) return { kind: 'evidence-too-large', exceeded: 'bytes' };
  }
  return undefined;
}

/** The first thing that acts in an object and what it holds directly; what it refers to has a number of its own. @param {PDFObject} object @param {number} depth @returns {string | undefined} */
function actingPartOf(object, depth) {
  if (depth > DEEPEST) return 'nesting';
  if (object.isDictionary()) {
    const [action, kind, type] = [nameIn(object, 'S'), nameIn(object, 'Subtype'), nameIn(object, 'Type')];
    for (const each of [kind, type]) if (each !== undefined && ACTING_KINDS.has(each)) return each;
    if (action !== undefined && ACTIONS.has(action)) return action;
  }
  /** @type {string | undefined} */
  let found;
  if (object.isDictionary() || object.isArray()) {
    object.forEach((value, key) => {
      if (found !== undefined) return;
      if (typeof key === 'string' && ACTING_KEYS.has(key) && !value.isNull()) found = key;
      else if (!value.isIndirect()) found = actingPartOf(value, depth + 1);
    });
  }
  return found;
}

/** @param {PDFObject} object @param {string} key @returns {string | undefined} */
function nameIn(object, key) {
  const value = object.get(key);
  return value.isName() ? value.asName() : undefined;
}

/** @param {PDFObject} object @param {string} key @returns {number} */
function numberIn(object, key) {
  const value = object.get(key);
  return value.isNumber() ? value.asNumber() : 0;
}
