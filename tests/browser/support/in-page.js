// SPDX-License-Identifier: AGPL-3.0-or-later
// Functions that Playwright runs inside the page: plain JavaScript, because there alone is a document.

/** Pixels that lie beyond the right edge. @returns {number} */
export function sidewaysOverflow() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** Elements with more in them than they show, the page itself included. @returns {readonly string[]} */
export function scrollingParts() {
  const isScrollable = (element) => element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
  return [...document.querySelectorAll(':not(textarea)')]
    .filter((element) => isScrollable(element) && element.scrollHeight > element.clientHeight)
    .map((element) => `${element.tagName.toLowerCase()} ${element.className}: ${element.scrollHeight} in ${element.clientHeight}`);
}

/** All that can be read on the page, in its words and in its fields, without blanks. @returns {string} */
export function everythingWritten() {
  const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
  return [document.documentElement.textContent, ...fields].join('\n').replace(/[^\S\n]/g, '');
}

/** What was copied last. @returns {Promise<string>} */
export function copiedText() {
  return navigator.clipboard.readText();
}

/** How many dots high the picture is that the browser decoded; 0: none. @param {HTMLImageElement} image @returns {number} */
export function decodedHeight(image) {
  return image.naturalHeight;
}

/** All that the browser keeps of the page: address, history, storages, what a script may read of its cookies, and the page itself. @returns {string} */
export function everythingKept() {
  return JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML]);
}
