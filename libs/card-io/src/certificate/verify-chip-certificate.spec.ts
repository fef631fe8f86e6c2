// SPDX-License-Identifier: AGPL-3.0-or-later
import { handMadeCertificate } from '../../testing/hand-made-certificate';
import { issueSample, sampleCodiceFiscale, sampleIdCarta, samplePersonalData, sampleValidity } from '../../testing/sample-card';
import { issueCardCertificate, issueDemoCa } from '../simulator';
import { x509 } from '../x509';
import { verifyChipCertificate } from './verify-chip-certificate';
import type { Issuance } from '../../testing/sample-card';
import type { ChipCertificateCheck, ChipCertificateVerdict } from './verify-chip-certificate';

const at = new Date('2026-11-23T10:00:00Z');
const mayNotSign = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyEncipherment, true);
const maySignCertificates = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true);
const maySign = new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true);

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

function check(change: Partial<ChipCertificateCheck> = {}): Promise<ChipCertificateVerdict> {
  return verifyChipCertificate({ certificateDer: issuance.issued.certificateDer, trustAnchorsDer: [issuance.ca.certificateDer], at, ...change });
}

describe('a chip\'s certificate', () => {
  it('is trusted when an anchor issued it, it is in force and may sign', async () => {
    const verdict = await check();
    expect(verdict).toMatchObject({ kind: 'trusted', issuer: 'C=IT, O=Sportello TS-CNS, CN=Demo CA', ...sampleValidity, findings: [] });
    expect(verdict).toMatchObject({ chain: [issuance.issued.certificateDer, issuance.ca.certificateDer] });
    expect(verdict.kind === 'trusted' && verdict.serialNumber).toMatch(/^[0-9A-F]+$/);
  });

  it('gives its common name as it is: codice fiscale, ID_Carta and digest', async () => {
    const verdict = await check();
    expect(verdict.kind === 'trusted' && verdict.subjectCommonName).toMatch(new RegExp(`^${sampleCodiceFiscale}/${sampleIdCarta}\\.[A-Za-z0-9+/]{27}=$`));
  });

  it('may be zero padded, as the file on the card is', async () => {
    const certificateDer = new Uint8Array(2048);
    certificateDer.set(issuance.issued.certificateDer);
    expect(await check({ certificateDer })).toMatchObject({ kind: 'trusted', chain: [issuance.issued.certificateDer, issuance.ca.certificateDer] });
  });

  it('is found among several anchors', async () => {
    const stranger = await issueDemoCa({ commonName: 'Demo CA', notBefore: new Date('2025-01-01'), notAfter: new Date('2040-01-01') });
    expect(await check({ trustAnchorsDer: [Uint8Array.of(1), stranger.certificateDer, issuance.ca.certificateDer] })).toMatchObject({ kind: 'trusted' });
    expect(await check({ trustAnchorsDer: [stranger.certificateDer] })).toEqual({ kind: 'untrusted-issuer', issuer: 'C=IT, O=Sportello TS-CNS, CN=Demo CA', ...sampleValidity });
  });

  it('is not trusted without anchors, nor by an anchor that is no authority', async () => {
    expect(await check({ trustAnchorsDer: [] })).toMatchObject({ kind: 'untrusted-issuer' });
    expect(await check({ trustAnchorsDer: [issuance.issued.certificateDer] })).toMatchObject({ kind: 'untrusted-issuer' });
  });

  it('is not trusted by an anchor that may sign certificates but is no authority', async () => {
    const anchor = await handMadeCertificate(issuance.ca, [maySignCertificates]);
    const certificateDer = await handMadeCertificate(issuance.ca, [maySign], 'CN=hand-made');
    expect(await check({ certificateDer, trustAnchorsDer: [anchor] })).toMatchObject({ kind: 'untrusted-issuer', issuer: 'CN=hand-made' });
    const authority = await handMadeCertificate(issuance.ca, [maySignCertificates, new x509.BasicConstraintsExtension(true)]);
    expect(await check({ certificateDer, trustAnchorsDer: [authority] })).toMatchObject({ kind: 'trusted' });
  });

  it('is judged at the moment that was asked for, whatever day it is today', async () => {
    const [notBefore, notAfter] = [new Date('2010-01-01T00:00:00Z'), new Date('2012-01-01T00:00:00Z')];
    const ca = await issueDemoCa({ commonName: 'Demo CA', notBefore, notAfter });
    const { certificateDer } = await issueCardCertificate({ ca, codiceFiscale: sampleCodiceFiscale, idCarta: sampleIdCarta, personalData: samplePersonalData, notBefore, notAfter });
    expect(await check({ certificateDer, trustAnchorsDer: [ca.certificateDer], at: new Date('2011-06-01') })).toMatchObject({ kind: 'trusted' });
  });

  it('is not trusted when a byte of it was changed', async () => {
    const certificateDer = issuance.issued.certificateDer.slice();
    certificateDer[certificateDer.length - 1] = (certificateDer.at(-1) ?? 0) ^ 1;
    expect(await check({ certificateDer })).toMatchObject({ kind: 'untrusted-issuer' });
  });

  it('is not trusted under another issuer\'s name, whoever signed it', async () => {
    expect(await check({ certificateDer: await handMadeCertificate(issuance.ca, [maySign], 'CN=Somebody') })).toMatchObject({ kind: 'untrusted-issuer', issuer: 'CN=Somebody' });
  });

  it.each([
    ['before its first day', '2025-12-31T23:59:59Z', { kind: 'not-yet-valid', notBefore: sampleValidity.notBefore }],
    ['after its last day', '2032-01-01T00:00:01Z', { kind: 'expired', notAfter: sampleValidity.notAfter }],
    ['when the authority has expired, too', '2040-01-01T00:00:01Z', { kind: 'untrusted-issuer' }],
  ])('is not in force %s', async (_case, moment, verdict) => {
    expect(await check({ at: new Date(moment) })).toMatchObject(verdict);
  });

  it('must be for digital signatures', async () => {
    expect(await check({ certificateDer: await handMadeCertificate(issuance.ca, [mayNotSign]) })).toMatchObject({ kind: 'wrong-key-usage', notBefore: expect.any(Date) as Date, notAfter: expect.any(Date) as Date });
    expect(await check({ certificateDer: await handMadeCertificate(issuance.ca, []) })).toMatchObject({ kind: 'wrong-key-usage' });
  });

  it('may have nothing critical that is not understood here', async () => {
    const unknown = new x509.Extension('1.2.3.4', true, new Uint8Array([5, 0]));
    expect(await check({ certificateDer: await handMadeCertificate(issuance.ca, [maySign, unknown]) })).toMatchObject({ kind: 'unknown-critical-extension', oid: '1.2.3.4', notAfter: expect.any(Date) as Date });
  });

  it('without the CNS policy or client authentication is trusted, with a note', async () => {
    const verdict = await check({ certificateDer: await handMadeCertificate(issuance.ca, [maySign]) });
    expect(verdict).toMatchObject({ kind: 'trusted', findings: ['policy-not-cns', 'not-for-client-authentication'] });
  });

  it.each([
    ['nothing', ''],
    ['an empty file', '0000000000'],
    ['a SEQUENCE of something else', '3003020101'],
    ['half of one', '308203C03082'],
  ])('is unreadable as %s', async (_case, hex) => {
    expect(await check({ certificateDer: Uint8Array.from(Buffer.from(hex, 'hex')) })).toEqual({ kind: 'unreadable-certificate' });
  });
});
