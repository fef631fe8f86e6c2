// SPDX-License-Identifier: AGPL-3.0-or-later

/** PIN and PUK as ASCII digits. Bytes, never strings: whoever holds them wipes them. */
export interface CodePair {
  readonly pin: Uint8Array;
  readonly puk: Uint8Array;
}

/** One byte with the PIN's length, the PIN, one byte with the PUK's length, the PUK: the plaintext of every blob that carries codes. */
export function frameCodes({ pin, puk }: CodePair): Uint8Array {
  const frame = new Uint8Array(2 + pin.length + puk.length);
  frame[0] = pin.length;
  frame.set(pin, 1);
  frame[1 + pin.length] = puk.length;
  frame.set(puk, 2 + pin.length);
  return frame;
}

/** The pair inside a frame, as copies of their own; null when the frame is not exactly one pair. */
export function unframeCodes(frame: Uint8Array): CodePair | null {
  const pinLength = frame[0] ?? 0;
  const pukLength = frame[1 + pinLength] ?? 0;
  if (pinLength === 0 || pukLength === 0 || frame.length !== 2 + pinLength + pukLength) return null;
  return { pin: frame.slice(1, 1 + pinLength), puk: frame.slice(2 + pinLength) };
}
