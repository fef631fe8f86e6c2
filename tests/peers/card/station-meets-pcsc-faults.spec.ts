// SPDX-License-Identifier: AGPL-3.0-or-later
import { openPcscClient, type PcscClient } from '../../support/pcsc/pcsc-client';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';
import { sampleCodes, sampleHolder } from '../../support/pcsc/sample-holder';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

describeWithPcsc('the station and what goes wrong in a real PC/SC', () => {
  let namespace: PcscNamespace;
  let slot: VirtualSlot;
  let client: PcscClient;
  beforeEach(async () => {
    namespace = await startPcscNamespace();
    slot = await openVirtualSlot(namespace);
    client = openPcscClient(namespace);
    await slot.insert();
    expect(await eventKinds(2)).toEqual(expect.arrayContaining(['inserted']));
  }, 120_000);
  afterEach(() => namespace.stop());

  const eventKinds = async (count: number): Promise<unknown[]> => {
    const kinds: unknown[] = [];
    while (kinds.length < count && !kinds.includes('inserted')) kinds.push((await client.take('next-event'))['kind']);
    return kinds;
  };

  it('a card torn out while it writes comes back and ends with the same codes', async () => {
    await client.take('connect');
    await slot.mute();
    const torn = client.take('write');
    await slot.tear();
    expect(await torn).toMatchObject({ kind: 'interrupted', at: 'pin', fault: { kind: 'outcome-unknown' } });
    expect(await eventKinds(2)).toEqual(['removed', 'empty']);
    await client.take('disconnect');
    await slot.insert();
    expect(await eventKinds(1)).toEqual(['inserted']);
    expect(await client.take('connect')).toEqual({ kind: 'connected' });
    expect(await client.take('read-id')).toEqual({ kind: 'read', idCarta: sampleHolder.idCarta });
    expect(await client.take('write')).toEqual({ kind: 'written' });
    expect(await slot.state()).toMatchObject({ pin: sampleCodes.newPin, puk: sampleCodes.newPuk });
  });

  it('a card pulled while nothing is sent is noticed by the next command, and the session is over', async () => {
    await client.take('connect');
    await slot.pull();
    expect(await eventKinds(2)).toEqual(['removed', 'empty']);
    expect(await client.take('read-id')).toEqual({ kind: 'outcome-unknown', because: 'removed' });
    expect(await client.take('read-id')).toEqual({ kind: 'session-over' });
    await client.take('disconnect');
    expect(await client.take('connect')).toEqual({ kind: 'removed' });
  });

  it('a card that another program holds is not taken from it', async () => {
    expect(await client.take('connect')).toEqual({ kind: 'connected' });
    const second = openPcscClient(namespace);
    await second.take('next-event');
    expect(await second.take('connect')).toEqual({ kind: 'sharing-violation' });
    await client.take('disconnect');
    expect(await second.take('connect')).toEqual({ kind: 'connected' });
  });

  it('a mute card is given up after the deadline, and its process can be killed', async () => {
    await client.take('connect');
    await slot.mute();
    expect(await client.take('read-id')).toEqual({ kind: 'mute' });
    await client.kill();
  });
});
