// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { concatBytes } from '../../bytes/concat';
import { toHex } from '../../bytes/hex';
import { FrameDecoder, encodeFrame } from './vpcd-frame';

describe('vpcd frames', () => {
  it('carry their length in two bytes, big-endian', () => {
    expect(toHex(encodeFrame(Uint8Array.of(4)))).toBe('000104');
    expect(toHex(encodeFrame(new Uint8Array(258)).subarray(0, 2))).toBe('0102');
    expect(() => encodeFrame(new Uint8Array(0x10000))).toThrow('65,535');
  });

  it('come out whole however TCP cuts them', () => {
    const payloads = fc.array(fc.uint8Array({ minLength: 0, maxLength: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(payloads, fc.integer({ min: 1, max: 400 }), (sent, size) => {
        const stream = concatBytes(...sent.map(encodeFrame));
        const frames = new FrameDecoder();
        const received: Uint8Array[] = [];
        for (let at = 0; at < stream.length; at += size) received.push(...frames.push(stream.subarray(at, at + size)));
        expect(received.map(toHex)).toEqual(sent.map(toHex));
      }),
    );
  });
});
