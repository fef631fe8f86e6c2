// SPDX-License-Identifier: AGPL-3.0-or-later
import { verify, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPcsc, type Finished, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';
import { type ActivatedCard, openWholeDesk, type WholeDesk } from '../../support/station/whole-desk';

describeWithPcsc('a desk whose station reads cards through a real PC/SC', () => {
  const activated: Record<'kept in' | 'torn out', ActivatedCard | undefined> = { 'kept in': undefined, 'torn out': undefined };
  let namespace: PcscNamespace;
  let desk: WholeDesk;
  beforeAll(async () => {
    namespace = await startPcscNamespace();
    desk = await openWholeDesk(namespace);
  }, 120_000);
  afterAll(async () => {
    try {
      await desk?.stop();
    } finally {
      await namespace?.stop();
    }
  }, 120_000);

  /** OpenSC 0.23 signs with keys of 2048 bits on cards of CNS 1.1 only. */
  const cardType = 'ST2021';
  const delivered = { state: 'delivered', method: 'transport-codes', pinVerifiedOnCard: true, chipSignatureValid: true };

  it('activates a card, from the sign-in to the delivery', async () => {
    const { told, card } = await desk.activate({ cardType });
    expect(told).toMatchObject({ ...delivered, tornAt: null, apdusAfterGoAhead: 6 });
    activated['kept in'] = card;
  }, 120_000);

  it('activates a card that is torn out as it takes its new PUK, once it is put back', async () => {
    const { told, card } = await desk.activate({ cardType, tearAt: 'new-puk' });
    expect(told).toMatchObject({ ...delivered, tornAt: 'new-puk' });
    activated['torn out'] = card;
  }, 120_000);

  // A sample of the kill table through a real PC/SC: executed, its answer lost, the card out.
  it.each([
    ['ST2021', 'transport-codes', 'new-pin'],
    ['ST2021', 'transport-codes', 'proof'],
    ['ID2019', 'issuer-auth', 'new-puk'],
    ['ID2019', 'issuer-auth', 'new-pin'],
    ['ID2019', 'issuer-auth', 'proof'],
  ] as const)('finishes a card %s (%s) that is torn out at its %s, with the codes of the one envelope', async (type, method, tearAt) => {
    const { told } = await desk.activate({ cardType: type, tearAt });
    expect(told).toMatchObject({ state: 'delivered', method, tornAt: tearAt, pinVerifiedOnCard: true, chipSignatureValid: true });
  }, 120_000);

  describe.each(['kept in', 'torn out'] as const)('of the card that was %s, OpenSC says', (fate) => {
    let card: ActivatedCard;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pcsc-'));
      // As long as it runs, the station holds every card.
      await desk.stopStation();
      card = activated[fate]!;
      await namespace.cardIs('out');
      await desk.insert(card);
      await namespace.cardIs('in');
    }, 120_000);
    afterAll(async () => {
      await desk?.pull();
      await rm(folder, { recursive: true });
    });

    const verifyPin = (pin: string): Promise<Finished> => namespace.run(['pkcs15-tool', '--verify-pin', '--auth-id', '01', '--pin', pin]);
    const unblockPin = (puk: string): Promise<Finished> =>
      namespace.run(['pkcs15-tool', '--unblock-pin', '--auth-id', '01', '--puk', puk, '--new-pin', card.codes.pin]);
    const certificate = async (): Promise<X509Certificate> => new X509Certificate((await namespace.run(['pkcs15-tool', '--read-certificate', '01'])).stdout);

    it('that it is a CNS card', async () => {
      expect(await namespace.run(['opensc-tool', '--name'])).toMatchObject({ code: 0, stdout: 'CNS card\n' });
    });

    it('whose it is', async () => {
      const { stdout } = await namespace.run(['pkcs15-tool', '--dump']);
      for (const expected of [card.holder, card.idCarta, 'PIN [PIN CNS0]', 'Private RSA Key [CNS0]', 'X.509 Certificate [CNS0]']) expect(stdout).toContain(expected);
      expect((await certificate()).subject).toContain(card.idCarta);
    });

    it('that the factory\'s PIN and PUK are dead', async () => {
      const { pin, puk } = card.factoryCodes;
      expect(await verifyPin(pin)).toMatchObject({ stderr: expect.stringContaining('PIN code or key incorrect') as string });
      expect(await unblockPin(puk)).toMatchObject({ stderr: expect.stringContaining('PUK code incorrect') as string });
    });

    it('that the PIN and the PUK of the envelope live', async () => {
      expect(await verifyPin(card.codes.pin)).toMatchObject({ code: 0 });
      expect(await unblockPin(card.codes.puk)).toMatchObject({ code: 0 });
    });

    it('that under the new PIN the chip signs, with the key of its certificate', async () => {
      const [data, signature] = [join(folder, 'data'), join(folder, 'signature')];
      await writeFile(data, 'something to sign');
      const signed = await namespace.run(['pkcs11-tool', '--login', '--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', '01', '--pin', card.codes.pin, '--input-file', data, '--output-file', signature]);
      expect(signed).toMatchObject({ code: 0 });
      expect(verify('sha256', await readFile(data), (await certificate()).publicKey, await readFile(signature))).toBe(true);
    });
  });
});
