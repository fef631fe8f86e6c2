// SPDX-License-Identifier: AGPL-3.0-or-later
import { frameCodes, unframeCodes } from './codes-frame';

const digits = (text: string): Uint8Array => Uint8Array.from(text, (digit) => digit.charCodeAt(0));

describe('the frame of a pair of codes', () => {
  it('gives back the pair that was put in', () => {
    expect(unframeCodes(frameCodes({ pin: digits('40718'), puk: digits('58302946') }))).toEqual({ pin: digits('40718'), puk: digits('58302946') });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a frame cut short', frameCodes({ pin: digits('40718'), puk: digits('58302946') }).slice(0, -1)],
    ['a frame with more behind it', Uint8Array.from([...frameCodes({ pin: digits('40718'), puk: digits('58302946') }), 0])],
    ['an empty PIN', frameCodes({ pin: digits(''), puk: digits('58302946') })],
  ])('is not read from %s', (_, frame) => {
    expect(unframeCodes(frame)).toBeNull();
  });
});
