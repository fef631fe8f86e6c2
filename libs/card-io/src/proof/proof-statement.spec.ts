// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { toHex } from '../bytes/hex';
import { proofStatement } from './proof-statement';

const subject = { idCarta: '6090000000000017', caseId: 'c1', sheet: 'PI-000042', nonce: Uint8Array.of(1, 2) };
const subjects = fc.record({ idCarta: fc.string(), caseId: fc.string(), sheet: fc.string(), nonce: fc.uint8Array({ maxLength: 4 }) });

describe('the proof statement', () => {
  it('is the label, ID_Carta, case, sheet and nonce, each behind its length', () => {
    const ascii = (text: string): string => toHex(Buffer.from(text));
    expect(toHex(proofStatement(subject))).toBe(
      `0012${ascii('sportello-proof-v1')}0010${ascii('6090000000000017')}0002${ascii('c1')}0009${ascii('PI-000042')}00020102`,
    );
  });

  it('is never the same for two subjects', () => {
    const halves = { ...subject, caseId: 'c', sheet: '1PI-000042' };
    expect(proofStatement(halves)).not.toEqual(proofStatement(subject));
    fc.assert(
      fc.property(subjects, subjects, (one, other) => {
        const isSameSubject = JSON.stringify({ ...one, nonce: [...one.nonce] }) === JSON.stringify({ ...other, nonce: [...other.nonce] });
        expect(toHex(proofStatement(one)) === toHex(proofStatement(other))).toBe(isSameSubject);
      }),
    );
  });

  it('throws at a field longer than its length can say', () => {
    expect(() => proofStatement({ ...subject, nonce: new Uint8Array(0x10000) })).toThrow('too long');
  });
});
