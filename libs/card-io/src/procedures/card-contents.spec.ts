// SPDX-License-Identifier: AGPL-3.0-or-later
import { issueSample, personalDataOf, sampleCard, sampleCodiceFiscale, sampleIdCarta, samplePersonalData, sampleValidity, type Issuance } from '../../testing/sample-card';
import { matchPersonalDataDigest, verifyChipCertificate, type ChipCertificateVerdict } from '../certificate';
import { CardSession } from '../session/card-session';
import { connectDirectly, issueCardCertificate, issueDemoCa, type CardCertificateRequest, type CardQuirks } from '../simulator';
import { readCard } from './read-card';
import type { SampleCardOptions } from '../../testing/sample-card';

const at = new Date('2026-11-23T10:00:00Z');

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const read = (options: SampleCardOptions) => readCard(new CardSession(connectDirectly(sampleCard(issuance, { type: 'AC2018', ...options }))));

/** What is said of the certificate that was read from a card on which it was put. */
async function verdictOver(request: Partial<CardCertificateRequest>): Promise<ChipCertificateVerdict> {
  const issued = await issueCardCertificate({ ca: issuance.ca, codiceFiscale: sampleCodiceFiscale, idCarta: sampleIdCarta, personalData: samplePersonalData, ...sampleValidity, ...request });
  const files = await read({ certificateDer: issued.certificateDer });
  return verifyChipCertificate({ certificateDer: files.kind === 'read' ? files.certificateDer : new Uint8Array(), trustAnchorsDer: [issuance.ca.certificateDer], at });
}

const nameIn = (verdict: ChipCertificateVerdict): readonly string[] => (verdict.kind === 'trusted' ? verdict.subjectCommonName.split(/[/.](.*)/s).flatMap((part) => part.split(/\.(.*)/s)) : []);

describe('a certificate on a card', () => {
  it.each([
    ['missing', { damage: { certificate: 'missing' } }, { because: 'not-found' }],
    ['in a memory that cannot be read', { damage: { certificate: 'failing' } }, { because: 'refused', sw: 0x6581 }],
  ] as const)('that is %s makes it unreadable', async (_case, quirks: CardQuirks, outcome) => {
    expect(await read({ quirks })).toEqual({ kind: 'unreadable', file: 'certificate', ...outcome });
  });

  it.each([
    ['zeros', new Uint8Array(1_900)],
    ['noise', new Uint8Array(1_900).fill(0xa5)],
    ['a SEQUENCE that is longer than its file', Uint8Array.of(0x30, 0x82, 0x1f, 0xff)],
  ])('that is %s makes it unreadable', async (_case, certificateDer) => {
    expect(await read({ certificateDer })).toEqual({ kind: 'unreadable', file: 'certificate', because: 'malformed' });
  });

  it('that is DER, but no certificate, is read and then found to be none', async () => {
    const files = await read({ certificateDer: Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01) });
    expect(files).toMatchObject({ kind: 'read' });
    expect(await verifyChipCertificate({ certificateDer: files.kind === 'read' ? files.certificateDer : new Uint8Array(), trustAnchorsDer: [], at })).toEqual({ kind: 'unreadable-certificate' });
  });

  it('has expired', async () => {
    expect(await verdictOver({ notBefore: new Date('2025-01-02'), notAfter: new Date('2026-01-01') })).toMatchObject({ kind: 'expired' });
  });

  it('is of an authority that nobody knows', async () => {
    const ca = await issueDemoCa({ commonName: 'Demo CA', notBefore: new Date('2025-01-01'), notAfter: new Date('2040-01-01') });
    expect(await verdictOver({ ca })).toMatchObject({ kind: 'untrusted-issuer' });
  });

  it('is of another card: its name says which', async () => {
    const verdict = await verdictOver({ idCarta: '6090000000000025' });
    expect(nameIn(verdict).slice(0, 2)).toEqual([sampleCodiceFiscale, '6090000000000025']);
  });

  it.each(['padded', 'trimmed-with-header', 'trimmed-without-header', 'other'] as const)('names the personal data by a digest over them: %s', async (digestOver) => {
    const [, , digest = ''] = nameIn(await verdictOver({ digestOver }));
    expect(matchPersonalDataDigest(samplePersonalData, digest)).toBe(digestOver === 'other' ? undefined : digestOver);
  });
});

describe('the personal data on a card', () => {
  const fields = ['6090', '08012026', '08012032', 'NICCOLÒ', 'ÀÈÌÒÙ', '01011980', 'M', '', sampleCodiceFiscale, '', 'D612', '', '', 'D612', '', ''];

  it.each([
    ['a total that counts itself', personalDataOf(fields, { isHeaderCounted: true })],
    ['a total that does not', personalDataOf(fields)],
    ['nothing but empty fields', personalDataOf(Array.from({ length: 16 }, () => ''))],
    ['more than one block of them', personalDataOf(fields.map((field, index) => (index === 14 ? 'VIA '.repeat(55) : field)))],
  ])('with %s are read to the end of their last field, byte by byte', async (_case, personalData) => {
    for (const quirks of [{}, { hasExactFiles: true }, { hasExactFiles: true, endOfFile: '6700' }, { hasExactFiles: true, endOfFile: '9000', longestRead: 50 }] as const) {
      expect(await read({ personalData, quirks })).toMatchObject({ kind: 'read', personalData });
    }
  });

  it('keep their accents as the bytes that they are', async () => {
    const files = await read({ personalData: personalDataOf(fields) });
    expect(files.kind === 'read' && Buffer.from(files.personalData).includes(Buffer.from('4E4943434F4CD2', 'hex'))).toBe(true);
  });

  it('with another codice fiscale than the certificate\'s are read, and so is the other one', async () => {
    const personalData = personalDataOf(fields.map((field) => (field === sampleCodiceFiscale ? 'VRDGPP80A01D612X' : field)));
    const files = await read({ personalData });
    expect(files).toMatchObject({ kind: 'read', personalData });
    const certificateDer = files.kind === 'read' ? files.certificateDer : new Uint8Array();
    expect(nameIn(await verifyChipCertificate({ certificateDer, trustAnchorsDer: [issuance.ca.certificateDer], at }))[0]).toBe(sampleCodiceFiscale);
  });

  it.each([
    ['personal-data', 'missing', { because: 'not-found' }],
    ['personal-data', 'failing', { because: 'refused', sw: 0x6581 }],
    ['id-carta', 'missing', { because: 'not-found' }],
    ['id-carta', 'failing', { because: 'refused', sw: 0x6581 }],
  ] as const)('%s %s: the card is unreadable', async (file, damage, outcome) => {
    expect(await read({ quirks: { damage: { [file]: damage } } })).toEqual({ kind: 'unreadable', file, ...outcome });
  });
});
