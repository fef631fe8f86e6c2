// SPDX-License-Identifier: AGPL-3.0-or-later
import { SIGNATURE_PURPOSES, type VaultIdentity, type WriteCardJob } from '@sportello/contracts';
import { generateSealingKeyPair, generateSigningKeyPair, signDocument, type SigningKey, signingKeyOf } from '@sportello/seal';
import type { PinnedStation } from './pinned-station';
import { VaultPin } from './vault-pin';

const newKey = async (): Promise<SigningKey> => signingKeyOf((await generateSigningKeyPair()).privateKey);
const identityOf = async (vault: SigningKey, version: number, signer = vault, sealingKey?: string): Promise<VaultIdentity> => {
  const key = { version, sealingKey: sealingKey ?? (await generateSealingKeyPair()).publicKey, madeAt: '2026-11-24T09:00:00Z' };
  return { signingKey: vault.publicKey, current: { key, signature: await signDocument(key, { purpose: SIGNATURE_PURPOSES.vaultKey, key: signer }) } };
};

describe('what the station believes of the vault', () => {
  let vault: SigningKey;
  let kept: PinnedStation[];
  const pinned = (wish: Partial<PinnedStation> = {}): PinnedStation => ({
    stationId: '0197a000-0000-7000-8000-000000000001',
    stationName: 'Postazione 1',
    deskName: 'Sportello 2',
    apiSigningKey: 'a',
    apiSealingKey: 'b',
    vaultSealingKey: 'c',
    vaultSigningKey: vault.publicKey,
    vaultKeyVersion: 0,
    ...wish,
  });
  const pin = (wish?: Partial<PinnedStation>): VaultPin => new VaultPin(pinned(wish), async (changed) => void kept.push(changed));
  beforeEach(async () => {
    vault = await newKey();
    kept = [];
  });

  it('is a key that the pinned vault signed, and it is written down', async () => {
    const identity = await identityOf(vault, 1);
    const station = pin();
    expect(await station.believes(identity)).toBe(true);
    expect(kept).toMatchObject([{ vaultSealingKey: identity.current.key.sealingKey, vaultKeyVersion: 1 }]);
    expect(await station.believes(identity)).toBe(true);
    expect(kept).toHaveLength(1);
  });

  it('is no key that somebody else signed, under the vault’s name or their own', async () => {
    const stranger = await newKey();
    expect(await pin().believes(await identityOf(vault, 1, stranger))).toBe(false);
    expect(await pin().believes(await identityOf(stranger, 1))).toBe(false);
    expect(await pin().believes(await identityOf(vault, 1, vault, 'no-key'))).toBe(false);
    expect(kept).toEqual([]);
  });

  it('is never again an older version, nor another key of the same version', async () => {
    const station = pin();
    const [first, second] = [await identityOf(vault, 1), await identityOf(vault, 2)];
    expect(await station.believes(first)).toBe(true);
    expect(await station.believes(second)).toBe(true);
    expect(await station.believes(first)).toBe(false);
    expect(await station.believes(await identityOf(vault, 2))).toBe(false);
  });

  it('is the key of the enrolment for a job that brings none, until a version is known', async () => {
    const station = pin();
    expect(await station.believes(undefined)).toBe(true);
    await station.believes(await identityOf(vault, 1));
    expect(await station.believes(undefined)).toBe(false);
  });

  it('is, for a station of the time before vaults had a name, the first that its API names, and no other', async () => {
    const station = pin({ vaultSigningKey: null });
    expect(await station.believes(await identityOf(vault, 1))).toBe(true);
    expect(kept).toMatchObject([{ vaultSigningKey: vault.publicKey }]);
    expect(await station.believes(await identityOf(await newKey(), 2))).toBe(false);
  });

  it('is that a job’s codes are true when the vault signed them for this card, sheet and station, and only then', async () => {
    const ids = { caseId: 'case', intentId: 'intent', idCarta: '6090000000000018', controlNumber: '000419', stationId: pinned().stationId };
    const document = { ...ids, blob: { kid: 'kid', enc: 'enc', ct: 'ct' } };
    const signedBy = async (key: SigningKey) => ({ ...document, vaultSignature: await signDocument(document, { purpose: SIGNATURE_PURPOSES.resealedBlob, key }) }) as unknown as WriteCardJob;
    const job = await signedBy(vault);
    expect(pin().hasResealed(job)).toBe(true);
    for (const change of [{ intentId: 'another' }, { idCarta: '6090000000000026' }, { controlNumber: '000420' }, { stationId: 'another' }, { blob: { ...job.blob, ct: 'other' } }]) {
      expect(pin().hasResealed({ ...job, ...change })).toBe(false);
    }
    expect(pin().hasResealed(document as unknown as WriteCardJob)).toBe(false);
    expect(pin().hasResealed(await signedBy(await newKey()))).toBe(false);
    expect(pin({ vaultSigningKey: null }).hasResealed(job)).toBe(false);
  });
});
