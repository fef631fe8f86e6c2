// SPDX-License-Identifier: AGPL-3.0-or-later
export interface PictureFacts {
  readonly format: 'png' | 'jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** PDF/A-1b knows neither transparency (§6.4) nor colours beside its one output intent (§6.2.3), which is sRGB. */
  readonly isFitForPaper: boolean;
}

const PNG = '89504e470d0a1a0a';
const IHDR_END = 26;

/** What a PNG or JPEG says of itself; nothing for anything else, or when it is cut off in the middle of that. */
export function pictureFacts(content: Buffer): PictureFacts | undefined {
  return content.subarray(0, 8).toString('hex') === PNG ? factsOfPng(content) : factsOfJpeg(content);
}

/** PNG specification (ISO/IEC 15948) §11.2.2: IHDR comes first; colour types 4 and 6, and tRNS, bring transparency. */
function factsOfPng(content: Buffer): PictureFacts | undefined {
  if (content.length < IHDR_END) return undefined;
  const isTransparent = (content.readUInt8(25) & 4) !== 0 || content.includes('tRNS');
  return { format: 'png', width: content.readUInt32BE(16), height: content.readUInt32BE(20), isFitForPaper: !isTransparent };
}

/** ITU-T T.81 §B.2.2: the frame header, behind a marker SOF, tells size and number of components. */
function factsOfJpeg(content: Buffer): PictureFacts | undefined {
  if (content.subarray(0, 2).toString('hex') !== 'ffd8') return undefined;
  let at = 2;
  while (at + 10 <= content.length) {
    const marker = content.readUInt16BE(at);
    if (marker < 0xffc0) return undefined;
    if (isFrame(marker)) {
      const components = content.readUInt8(at + 9);
      return { format: 'jpeg', height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7), isFitForPaper: components === 1 || components === 3 };
    }
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
}
