// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { PrintEnvelopeJob } from '@sportello/contracts';
import { drawCodes } from './draw-codes';
import { forApiPlain } from './for-api-plain';

const id = '0193f3a0-0000-7000-8000-000000000001';
const job: PrintEnvelopeJob = {
  type: 'print-envelope',
  jobId: id,
  caseId: id,
  stationId: id,
  issuedAt: '2026-11-20T10:00:00Z',
  idCarta: '6090010000000007',
  birthDate: '1980-01-01',
  controlNumber: '000419',
  cipPattern: { length: 12, alphabet: 'ABCDEFGH' },
  text: { body: '', deskName: '', place: '', date: '2026-11-20', recipient: '', cardType: null, isTest: true },
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('ascii');

describe('the codes of an envelope', () => {
  it('are five and eight digits, a CIP of the job\'s pattern, and an outer code of the job\'s sheet', () => {
    const codes = drawCodes(job, randomBytes);
    expect(text(codes.pin)).toMatch(/^\d{5}$/);
    expect(text(codes.puk)).toMatch(/^\d{8}$/);
    expect(text(codes.cip)).toMatch(/^[A-H]{12}$/);
    expect(codes.outerCode).toMatch(/^000419-[A-Z0-9]{6}$/);
  });

  it('are gone when they are wiped', () => {
    const codes = drawCodes(job, randomBytes);
    codes.wipe();
    expect([...codes.pin, ...codes.puk, ...codes.cip].every((byte) => byte === 0)).toBe(true);
  });

  it('are not drawn by a pattern that the rules refuse', () => {
    expect(() => drawCodes({ ...job, cipPattern: { length: 10, alphabet: 'AA' } }, randomBytes)).toThrow(TypeError);
  });
});

describe('what the API is told of the codes', () => {
  it.each(['1234567890', '"\\"\\"', 'A"B'])('is JSON, whatever characters the CIP %s has', (cip) => {
    const plain = forApiPlain({ cip: Buffer.from(cip, 'ascii'), outerCode: '000419-K7P4XR' });
    expect(JSON.parse(text(plain))).toEqual({ cip, outerCode: '000419-K7P4XR' });
  });
});
