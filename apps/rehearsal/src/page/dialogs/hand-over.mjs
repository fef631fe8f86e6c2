// SPDX-License-Identifier: AGPL-3.0-or-later
// @ts-check

/**
 * Holds something to the desk's scanner: this page cannot reach the desk's, so the text travels by the clipboard. Where the browser gives no clipboard the
 * notice carries the text to be copied by hand.
 * @param {import('../app.mjs').Page} page
 * @param {import('../app.mjs').Notice['place']} place
 * @param {string} text
 * @param {string} said
 */
export const handOver = async (page, place, text, said) => {
  try {
    await navigator.clipboard.writeText(text);
    page.notify({ place, text: said, toCopy: null });
  } catch {
    // Not allowed, or not a secure context: the reason does not matter to who wants to copy.
    page.notify({ place, text: page.words.copyByHand, toCopy: text });
  }
};
