// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import type { WriteCardJob } from '@sportello/contracts';
import { type CodePair, frameCodes, generateSealingKeyPair, type P256KeyPair, seal } from '@sportello/seal';
import { openCodes } from './open-codes';

/** Every pair that was ever opened, so that a test can see what has become of it. */
const mockOpened: CodePair[] = [];
jest.mock('@sportello/seal', () => {
  const real = jest.requireActual<typeof import('@sportello/seal')>('@sportello/seal');
  return {
    ...real,
    unframeCodes: (frame: Uint8Array) => {
      const pair = real.unframeCodes(frame);
      if (pair) mockOpened.push(pair);
      return pair;
    },
  };
});

const ids = { jobId: randomUUID(), caseId: randomUUID(), stationId: randomUUID(), intentId: randomUUID() };
const sheet = { idCarta: '6090010000000007', controlNumber: '000419' };
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'ascii'));

let own: P256KeyPair;
let job: WriteCardJob;

beforeAll(async () => {
  own = await generateSealingKeyPair();
  const { jobId, caseId, stationId, intentId } = ids;
  const codesInfo = { purpose: 'sportello-codes-v1', recipient: 'station', caseId, intentId, ...sheet, stationId };
  const transportInfo = { purpose: 'sportello-transport-codes-v1', jobId, idCarta: sheet.idCarta, stationId };
  const sealed = (info: Record<string, string>, pin: string, puk: string) => seal({ recipientPublicKey: own.publicKey, info, plaintext: frameCodes({ pin: ascii(pin), puk: ascii(puk) }) });
  job = {
    type: 'write-card',
    ...ids,
    ...sheet,
    issuedAt: '2026-11-20T10:00:00Z',
    nonce: '',
    fence: 1,
    blob: await sealed(codesInfo, '40718', '58302946'),
    authority: { method: 'transport-codes', transportCodes: await sealed(transportInfo, '24680', '86420975') },
  };
});

const opener = () => ({ stationId: ids.stationId, sealingPrivateKey: own.privateKey });

describe('the codes of a write', () => {
  it('are the intent\'s new ones and the card\'s transport PUK', async () => {
    const codes = await openCodes(job, opener());
    const textOf = (name: 'newPin' | 'newPuk' | 'transportPuk') => codes?.[name]?.use((bytes) => Buffer.from(bytes).toString('ascii'));
    expect([textOf('newPin'), textOf('newPuk'), textOf('transportPuk')]).toEqual(['40718', '58302946', '86420975']);
  });

  it('are gone when they are wiped', async () => {
    const codes = await openCodes(job, opener());
    codes?.wipe();
    expect([codes?.newPin.isWiped, codes?.newPuk.isWiped, codes?.transportPuk?.isWiped]).toEqual([true, true, true]);
  });

  it('of a card that the issuer authenticates itself to are the new ones alone', async () => {
    const codes = await openCodes({ ...job, authority: { method: 'issuer-auth', keyVersion: 1 } }, opener());
    expect(codes).toMatchObject({ newPin: { length: 5 }, newPuk: { length: 8 }, transportPuk: undefined });
    codes?.wipe();
  });

  it('do not stay behind when only one of the two blobs can be opened, or the other fails', async () => {
    mockOpened.splice(0);
    expect(await openCodes({ ...job, jobId: randomUUID() }, opener())).toBeUndefined();
    await expect(openCodes({ ...job, jobId: undefined as never }, opener())).rejects.toThrow(TypeError);
    expect(mockOpened).toHaveLength(2);
    expect(mockOpened.flatMap(({ pin, puk }) => [...pin, ...puk]).every((byte) => byte === 0)).toBe(true);
  });

  it.each(['caseId', 'intentId', 'idCarta', 'controlNumber', 'jobId'] as const)('are not opened for another %s', async (field) => {
    expect(await openCodes({ ...job, [field]: field === 'idCarta' ? '6090010000000015' : field === 'controlNumber' ? '000420' : randomUUID() }, opener())).toBeUndefined();
  });

  it('are not opened by another station', async () => {
    const other = await generateSealingKeyPair();
    expect(await openCodes(job, { ...opener(), stationId: randomUUID() })).toBeUndefined();
    expect(await openCodes(job, { ...opener(), sealingPrivateKey: other.privateKey })).toBeUndefined();
  });
});
