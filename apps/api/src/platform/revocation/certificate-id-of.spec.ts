// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { demoCa, issueCard } from '../../testing/test-cards';
import { subjectOf } from '../authority/names';
import { certificateIdOf } from './certificate-id-of';

describe('what an authority knows a certificate by', () => {
  it('is its issuer’s very Name and the bytes of its serial', async () => {
    const ca = await demoCa();
    const { certificateDer } = (await issueCard(ca)).issued;
    const { issuer, serial } = certificateIdOf(certificateDer);
    expect(issuer).toEqual(subjectOf(new X509Certificate(ca.certificateDer)));
    expect(serial.replace(/^00/, '')).toBe(new X509Certificate(certificateDer).serialNumber.toLowerCase().replace(/^00/, ''));
    expect(() => certificateIdOf(certificateDer.slice(0, 20))).toThrow(RangeError);
  });
});
