// SPDX-License-Identifier: AGPL-3.0-or-later
import { concatBytes } from '../../bytes/concat';

/** One-byte payloads that vpcd's reader side sends instead of a command APDU. */
export const vpcdControl = { powerOff: 0x00, powerOn: 0x01, reset: 0x02, wantAtr: 0x04 } as const;

/** The frame of vpcd's protocol: two bytes of length, big-endian, then the payload. One buffer, to be sent in one write. */
export function encodeFrame(payload: Uint8Array): Uint8Array {
  if (payload.length > 0xffff) throw new Error('a vpcd frame holds 65,535 bytes at most');
  return concatBytes(Uint8Array.of(payload.length >> 8, payload.length & 0xff), payload);
}

/** Puts the payloads together again from what TCP delivers. */
export class FrameDecoder {
  #pending: Uint8Array = new Uint8Array();

  /** The payloads that are whole now, in their order. */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#pending = concatBytes(this.#pending, chunk);
    const payloads: Uint8Array[] = [];
    for (let payload = this.#take(); payload; payload = this.#take()) payloads.push(payload);
    return payloads;
  }

  #take(): Uint8Array | undefined {
    const [high, low] = this.#pending;
    if (high === undefined || low === undefined) return undefined;
    const end = 2 + ((high << 8) | low);
    if (this.#pending.length < end) return undefined;
    const payload = this.#pending.slice(2, end);
    this.#pending = this.#pending.slice(end);
    return payload;
  }
}
