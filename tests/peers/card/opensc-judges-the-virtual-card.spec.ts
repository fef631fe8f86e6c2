// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';
import { sampleCodes, sampleHolder } from '../../support/pcsc/sample-holder';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

describeWithPcsc('OpenSC and the virtual card, over a real PC/SC', () => {
  let namespace: PcscNamespace;
  let slot: VirtualSlot;
  beforeAll(async () => {
    namespace = await startPcscNamespace();
    slot = await openVirtualSlot(namespace);
    await slot.insert();
  }, 120_000);
  afterAll(() => namespace.stop());

  it('names it a CNS card', async () => {
    expect(await namespace.run(['opensc-tool', '--name'])).toMatchObject({ code: 0, stdout: 'CNS card\n' });
  });

  it('finds the holder, ID_Carta, codes, key and certificate on it', async () => {
    const { stdout } = await namespace.run(['pkcs15-tool', '--dump']);
    const found = ['MARIO ROSSI', sampleHolder.idCarta, 'PIN [PIN CNS0]', 'PIN [PUK CNS0]', 'Private RSA Key [CNS0]', 'X.509 Certificate [CNS0]', 'EF_DatiPersonali'];
    for (const expected of found) expect(stdout).toContain(expected);
  });

  it('reads the certificate that was put on it', async () => {
    const { stdout } = await namespace.run(['pkcs15-tool', '--read-certificate', '01']);
    expect(Uint8Array.from(new X509Certificate(stdout).raw)).toEqual(slot.certificateDer);
  });

  it('has its PIN verified, and a wrong one counted', async () => {
    const verifyPin = (pin: string) => namespace.run(['pkcs15-tool', '--verify-pin', '--auth-id', '01', '--pin', pin]);
    expect(await verifyPin('99999')).toMatchObject({ stderr: expect.stringContaining('PIN code or key incorrect') as string });
    expect((await slot.state()).pinTriesLeft).toBe(2);
    expect(await verifyPin(sampleCodes.transportPin)).toMatchObject({ code: 0 });
    expect((await slot.state()).pinTriesLeft).toBe(3);
  });
});
