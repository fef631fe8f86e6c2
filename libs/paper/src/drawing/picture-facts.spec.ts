// SPDX-License-Identifier: AGPL-3.0-or-later
import { pictureFacts } from './picture-facts';

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const BLACK_AND_WHITE = bytes('iVBORw0KGgoAAAANSUhEUgAAAAwAAAAEAQAAAACSXeMnAAAADUlEQVR4nGP48IEBhgAtDAeB6D0DgwAAAABJRU5ErkJggg==');
const TRANSPARENT = bytes('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAC0lEQVR4nGNgQAcAABIAAXfx+gAAAAAASUVORK5CYII=');
/** Start, an application segment, and a frame header of so many components: all that is read of it. */
const jpeg = (components: number) => Buffer.from(`ffd8ffe00004abcdffc0000b08000a001e0${components}`, 'hex');

describe('a picture for paper', () => {
  it('tells what it is and how large', () => {
    expect(pictureFacts(BLACK_AND_WHITE)).toEqual({ format: 'png', width: 12, height: 4, isFitForPaper: true });
    expect(pictureFacts(jpeg(3))).toEqual({ format: 'jpeg', width: 30, height: 10, isFitForPaper: true });
  });

  it('is not fit when it is transparent, or in the four inks of print', () => {
    expect(pictureFacts(TRANSPARENT)).toMatchObject({ isFitForPaper: false });
    expect(pictureFacts(jpeg(4))).toMatchObject({ isFitForPaper: false });
  });

  it('is nothing else, and nothing cut short', () => {
    for (const content of ['', 'GIF89a', '<svg/>', '%PDF-1.7']) expect(pictureFacts(Buffer.from(content))).toBeUndefined();
    expect(pictureFacts(BLACK_AND_WHITE.subarray(0, 20))).toBeUndefined();
    expect(pictureFacts(jpeg(3).subarray(0, 12))).toBeUndefined();
  });
});
