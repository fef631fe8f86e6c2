// SPDX-License-Identifier: AGPL-3.0-or-later
import { authenticatorUri, base32, codeOfStep, stepAt, stepOfCode } from './totp';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('codes of an authenticator app', () => {
  // RFC 6238 Appendix B has eight digits; six are the last of them.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i are those of RFC 6238', (seconds, code) => {
    expect(codeOfStep(SECRET, stepAt(at(seconds)))).toBe(code);
  });

  it('are good one step before and after, and no further', () => {
    const now = at(1_700_000_000);
    const steps = [-2, -1, 0, 1, 2].map((away) => stepOfCode({ secret: SECRET, code: codeOfStep(SECRET, stepAt(now) + away), now, lastStep: 0 }));
    expect(steps).toEqual([undefined, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, undefined]);
  });

  it('are good once, and so is none before one that was used', () => {
    const now = at(1_700_000_000);
    const code = codeOfStep(SECRET, stepAt(now));
    expect(stepOfCode({ secret: SECRET, code, now, lastStep: stepAt(now) })).toBeUndefined();
    expect(stepOfCode({ secret: SECRET, code, now, lastStep: stepAt(now) - 1 })).toBe(stepAt(now));
  });

  it('are six digits and nothing else', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(stepOfCode({ secret: SECRET, code, now: at(59), lastStep: 0 })).toBeUndefined();
  });

  it('begin with a secret that apps can read', () => {
    // RFC 4648 §10.
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(authenticatorUri('MZXW6YTBOI', 'Sportello TS-CNS', 'l.bini')).toBe('otpauth://totp/Sportello%20TS-CNS:l.bini?secret=MZXW6YTBOI&issuer=Sportello%20TS-CNS');
  });
});
