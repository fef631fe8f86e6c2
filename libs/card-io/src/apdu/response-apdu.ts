// SPDX-License-Identifier: AGPL-3.0-or-later

export interface ResponseApdu {
  readonly data: Uint8Array;
  /** SW1 and SW2 as one number, e.g. 0x9000. */
  readonly sw: number;
}

/** Undefined when there are not even the two bytes of a status word. */
export function decodeResponse(bytes: Uint8Array): ResponseApdu | undefined {
  const [sw1, sw2] = bytes.subarray(-2);
  if (sw1 === undefined || sw2 === undefined) return undefined;
  return { data: bytes.subarray(0, -2), sw: (sw1 << 8) | sw2 };
}
