// SPDX-License-Identifier: AGPL-3.0-or-later
import { ENCODINGS, type KnownCode } from './code-forms';
import { CodeSight } from './sight-codes';
import { CIP, LINE, PIN, PLANTED, PUK, WRITTEN } from './testing-codes';

const sight = new CodeSight(PLANTED);
const seenIn = (bytes: Uint8Array | string) => sight.in(typeof bytes === 'string' ? Buffer.from(bytes) : bytes).map(({ code, encoding, isDoubtful }) => `${code.kind} ${encoding}${isDoubtful ? '?' : ''}`);

describe('a code', () => {
  it.each(ENCODINGS.flatMap((encoding) => PLANTED.map((code) => [code.kind, encoding, code] as const)))('that is a %s is seen in %s, wherever it begins', (kind, encoding, code) => {
    for (const bytes of WRITTEN[encoding](code)) {
      const seen = seenIn(Buffer.concat([LINE, bytes, LINE])).map((each) => each.replace('?', ''));
      // What has no character of its own is the same in both alphabets.
      expect(seen).toContain(`${kind} ${encoding}`);
    }
  });

  it('whose base64 has characters of its own is seen in both alphabets', () => {
    const odd: KnownCode = { kind: 'cip', text: '~?>~?>~?>~', desk: 0 };
    for (const alphabet of ['base64', 'base64url'] as const) {
      const encoded = Buffer.from(odd.text).toString(alphabet);
      expect(encoded).toMatch(alphabet === 'base64' ? /[+/]/ : /[-_]/);
      expect(new CodeSight([odd]).in(Buffer.from(encoded)).map(({ encoding }) => encoding)).toEqual([alphabet]);
    }
  });

  it('whose hex has letters is seen in both cases', () => {
    const odd: KnownCode = { kind: 'cip', text: 'JKLMNOJKLM', desk: 0 };
    for (const text of ['4a4b4c4d4e4f4a4b4c4d', '4A4B4C4D4E4F4A4B4C4D']) expect(new CodeSight([odd]).in(Buffer.from(text)).map(({ encoding }) => encoding)).toEqual(['hex']);
  });
});

describe('five digits', () => {
  it.each([
    ['padded as for VERIFY', Buffer.from([8, ...Buffer.from('83175'), 0xff, 0xff, 0xff])],
    ['in the plaintext of a blob', Buffer.from([5, ...Buffer.from('83175'), 8, ...Buffer.from('58302946')])],
    ['beside their PUK', Buffer.from('8317558302946')],
    ['beside their PUK in BCD', Buffer.from('8317558302946F', 'hex')],
  ])('%s are the PIN for certain', (_, bytes) => {
    expect(seenIn(bytes)).toContainEqual(expect.stringMatching(/^pin (plain|bcd)$/));
  });

  it.each(['{"value":83175}', 'PIN83175', 'pin_83175,', '"83175"'])('alone are told and doubtful: %s', (text) => {
    expect(seenIn(text)).toEqual(['pin plain?']);
  });

  it('in a PIN block are doubtful, and so are those before any bytes FF', () => {
    expect(seenIn(Buffer.from('2583175FFFFFFFFF', 'hex'))).toEqual(['pin bcd?']);
    expect(seenIn(Buffer.from([0, ...Buffer.from('83175'), 0xff, 0xff, 0xff]))).toEqual(['pin plain?']);
    expect(seenIn(Buffer.from([...Buffer.from('17958156230183175'), 0xff, 0xff, 0xff]))).toEqual([]);
  });

  it.each(['1831751', '0197f-83175-aaaabbbbccccdddd', 'MEUCIQDw83175xAbCdEfGhIjKlMnOp'])('inside a longer number or an identifier are another number: %s', (text) => {
    expect(seenIn(text)).toEqual([]);
  });
});

describe('eight digits and more', () => {
  it('are certain where they stand alone, and doubtful inside an identifier', () => {
    expect(seenIn(`puk=${PUK.text};`)).toEqual(['puk plain']);
    expect(seenIn(`a3f0${PUK.text}bbccddeeff001122`)).toEqual(['puk plain?']);
    expect(seenIn(`cip ${CIP.text}.`)).toEqual(['cip plain']);
  });
});

it('what is told of a sighting has no digit of it', () => {
  const [seen] = sight.in(Buffer.from(`the PIN is ${PIN.text} and the PUK ${PUK.text}`));
  expect(seen?.around).toBe('the PIN is «5 bytes» and the PUK ########');
});
