// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChipCertificate, verifyChipSignature } from '@sportello/card-io/certificate';
import { openPcscClient, type PcscClient } from '../../support/pcsc/pcsc-client';
import { describeWithPcsc, type Finished, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';
import { sampleCodes, sampleHolder } from '../../support/pcsc/sample-holder';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

describeWithPcsc('the station writes a card through a real PC/SC', () => {
  let namespace: PcscNamespace;
  let slot: VirtualSlot;
  let client: PcscClient;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pcsc-'));
    namespace = await startPcscNamespace();
    slot = await openVirtualSlot(namespace);
    client = openPcscClient(namespace);
  }, 120_000);
  afterAll(async () => {
    await namespace.stop();
    await rm(folder, { recursive: true });
  });

  it('hears of the card and recognises it', async () => {
    expect(await client.take('next-event')).toEqual({ kind: 'empty' });
    await slot.insert();
    expect(await client.take('next-event')).toMatchObject({ kind: 'inserted' });
    expect(await client.take('connect')).toEqual({ kind: 'connected' });
    const certificateDer = Buffer.from(slot.certificateDer).toString('base64');
    const personalData = Buffer.from(sampleHolder.personalData).toString('base64');
    expect(await client.take('recognise')).toEqual({ kind: 'read', idCarta: sampleHolder.idCarta, personalData, certificateDer });
    const verdict = await verifyChipCertificate({ certificateDer: slot.certificateDer, trustAnchorsDer: [slot.caDer], at: new Date('2026-11-23T10:00:00Z') });
    expect(verdict).toMatchObject({ kind: 'trusted', findings: [] });
  });

  it('writes the new codes in the place of the manufacturer\'s, and has the chip sign', async () => {
    expect(await client.take('write')).toEqual({ kind: 'written' });
    const proof = await client.take('prove');
    expect(proof).toMatchObject({ kind: 'proved' });
    const signature = Buffer.from(String(proof['signature']), 'base64');
    expect(verifyChipSignature({ certificateDer: slot.certificateDer, statement: Buffer.from('the statement'), signature })).toBe(true);
    expect(await slot.state()).toEqual({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 });
  });

  it('took no more APDUs than it may: 5 to read up to the certificate, one for each 252 bytes of it, 6 to write and prove', async () => {
    expect(await client.take('disconnect')).toEqual({ kind: 'disconnected', exchanges: 5 + Math.ceil(slot.certificateDer.length / 252) + 6 });
  });

  describe('and OpenSC agrees', () => {
    const wrongPin = { stderr: expect.stringContaining('PIN code or key incorrect') as string };
    const verifyPin = (pin: string): Promise<Finished> => namespace.run(['pkcs15-tool', '--verify-pin', '--auth-id', '01', '--pin', pin]);

    it('that no PIN is left verified', async () => {
      const commands = ['00:22:F3:03:00', '00:22:F1:B6:03:83:01:01', '00:2A:9E:9A:01:00:00'];
      const { stdout } = await namespace.run(['opensc-tool', ...commands.flatMap((command) => ['--send-apdu', command])]);
      expect(stdout.match(/SW1=0x.., SW2=0x../g)).toEqual(['SW1=0x90, SW2=0x00', 'SW1=0x90, SW2=0x00', 'SW1=0x69, SW2=0x82']);
    });

    it('that the transport PIN is dead and the new one lives', async () => {
      expect(await verifyPin(sampleCodes.transportPin)).toMatchObject(wrongPin);
      expect(await verifyPin(sampleCodes.newPin)).toMatchObject({ code: 0 });
    });

    it('that the transport PUK is dead and the new one lives', async () => {
      const unblock = (puk: string): Promise<Finished> =>
        namespace.run(['pkcs15-tool', '--unblock-pin', '--auth-id', '01', '--puk', puk, '--new-pin', sampleCodes.newPin]);
      expect((await unblock(sampleCodes.transportPuk)).code).not.toBe(0);
      expect(await unblock(sampleCodes.newPuk)).toMatchObject({ code: 0 });
    });

    it('that the chip signs under the new PIN', async () => {
      const [data, signature] = [join(folder, 'data'), join(folder, 'signature')];
      await writeFile(data, 'something to sign');
      const signed = await namespace.run(['pkcs11-tool', '--login', '--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', '01', '--pin', sampleCodes.newPin, '--input-file', data, '--output-file', signature]);
      expect(signed).toMatchObject({ code: 0 });
      expect(verify('sha256', await readFile(data), new X509Certificate(slot.certificateDer).publicKey, await readFile(signature))).toBe(true);
    });
  });
});
