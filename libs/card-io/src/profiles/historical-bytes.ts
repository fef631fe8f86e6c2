// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The historical bytes of a well-formed ATR (ISO 7816-3 §8.2): TS, T0, interface bytes as T0 and each TDi announce them, then as many historical
 * bytes as T0 says. Undefined when the ATR ends too early.
 */
export function historicalBytesOf(atr: Uint8Array): Uint8Array | undefined {
  const t0 = atr[1];
  if (t0 === undefined) return undefined;
  let position = 2;
  let announced: number | undefined = t0 >> 4;
  while (announced !== undefined) {
    const td: number | undefined = announced & 0b1000 ? atr[position + countBits(announced) - 1] : undefined;
    position += countBits(announced);
    announced = td === undefined ? undefined : td >> 4;
  }
  const end = position + (t0 & 0x0f);
  return end <= atr.length ? atr.subarray(position, end) : undefined;
}

function countBits(nibble: number): number {
  return [0b0001, 0b0010, 0b0100, 0b1000].filter((bit) => nibble & bit).length;
}
