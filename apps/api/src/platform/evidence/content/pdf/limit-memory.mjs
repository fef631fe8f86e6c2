// SPDX-License-Identifier: AGPL-3.0-or-later
const PAGE_BYTES = 65_536;

/** WebAssembly memory grows up to `most` bytes and no further: what unfolds to more fails inside, as any allocation may. @param {number} most */
export function limitMemory(most) {
  const { prototype } = WebAssembly.Memory;
  const grow = prototype.grow;
  prototype.grow = function (/** @type {number} */ pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > most) throw new RangeError('the memory for one document is used up');
    return grow.call(this, pages);
  };
}
