// SPDX-License-Identifier: AGPL-3.0-or-later

/** The status words that this project acts upon or answers with (ISO 7816-4 §5.3.4). */
export const statusWord = {
  ok: 0x9000,
  endOfFile: 0x6282,
  wrongTriesUnknown: 0x6300,
  memoryFailure: 0x6581,
  wrongLength: 0x6700,
  brokenChain: 0x6883,
  securityStatusNotSatisfied: 0x6982,
  blocked: 0x6983,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  wrongData: 0x6a80,
  fileNotFound: 0x6a82,
  wrongP1P2: 0x6a86,
  referencedDataNotFound: 0x6a88,
  outsideTheFile: 0x6b00,
  insNotSupported: 0x6d00,
  claNotSupported: 0x6e00,
} as const;

/** 61xx: this many bytes wait for GET RESPONSE (256 for 00); undefined for any other status word. */
export function bytesWaiting(sw: number): number | undefined {
  return sw >> 8 === 0x61 ? sw & 0xff || 256 : undefined;
}

/** 6Cxx: the Le that the card wants (256 for 00); undefined for any other status word. */
export function rightLe(sw: number): number | undefined {
  return sw >> 8 === 0x6c ? sw & 0xff || 256 : undefined;
}

/** 63Cx: tries left after a wrong code; undefined for any other status word. */
export function triesLeft(sw: number): number | undefined {
  return (sw & 0xfff0) === 0x63c0 ? sw & 0x000f : undefined;
}
