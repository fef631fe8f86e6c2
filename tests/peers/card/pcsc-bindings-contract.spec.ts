// SPDX-License-Identifier: AGPL-3.0-or-later
import { loadPcscBinding, PCSC_BINDINGS } from '@sportello/card-io/pcsc';
import { openPcscClient, type PcscClient } from '../../support/pcsc/pcsc-client';
import { describeWithPcsc, type PcscNamespace, type PcscNamespaceOptions, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';
import { sampleHolder } from '../../support/pcsc/sample-holder';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

/** PSO, of which a chip says 6982 as long as no PIN is verified; before it the key's security environment. */
const signing = ['transmit 0022F30300', 'transmit 0022F1B603830101', 'transmit 002A9E9A0100'] as const;

const [first, second] = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const;

/** Events up to the one that is waited for. */
const until = async (client: PcscClient, wanted: Readonly<Record<string, string>>): Promise<void> => {
  for (;;) {
    const event = await client.take('next-event');
    if (Object.entries(wanted).every(([name, value]) => event[name] === value)) return;
  }
};

/** What the station relies on, whichever binding is under it. */
describe.each(PCSC_BINDINGS)('the binding %s, over a real PC/SC', (binding) => {
  const load = loadPcscBinding(binding);
  if (load.kind === 'not-built') {
    it.skip(`is not tried: ${load.reason}. ${load.remedy}`, () => undefined);
    return;
  }

  describeWithPcsc('with a card', () => {
    let namespace: PcscNamespace;
    let slot: VirtualSlot;
    let client: PcscClient;
    beforeEach(async () => {
      namespace = await startPcscNamespace();
      slot = await openVirtualSlot(namespace);
      await slot.insert();
      client = openPcscClient(namespace, { binding });
      expect(await client.take('next-event')).toMatchObject({ kind: 'inserted' });
    }, 120_000);
    afterEach(() => namespace.stop(), 120_000);

    it('finds the card that was in before it began to look, and each reader by its name', async () => {
      expect(await client.take('list')).toEqual({ kind: 'readers', names: [first, second] });
    });

    it('connects, and sends bytes both ways', async () => {
      expect(await client.take('connect')).toEqual({ kind: 'connected' });
      expect(await client.take('transmit 00A408000410001003')).toMatchObject({ kind: 'answered' });
      expect(await client.take('read-id')).toEqual({ kind: 'read', idCarta: sampleHolder.idCarta });
    });

    it('reads, writes and has the chip sign', async () => {
      await client.take('connect');
      expect(await client.take('recognise')).toMatchObject({ kind: 'read', idCarta: sampleHolder.idCarta });
      expect(await client.take('write')).toEqual({ kind: 'written' });
      expect(await client.take('prove')).toMatchObject({ kind: 'proved' });
    });

    it('holds the card exclusively: another program hears of a sharing violation, and has it afterwards', async () => {
      await client.take('connect');
      const other = openPcscClient(namespace, { binding });
      await other.take('next-event');
      expect(await other.take('connect')).toEqual({ kind: 'sharing-violation' });
      await client.take('disconnect');
      expect(await other.take('connect')).toEqual({ kind: 'connected' });
      expect(await client.take('connect')).toEqual({ kind: 'sharing-violation' });
    });

    it('resets the card at the end: the PIN that it verified is verified no more for the next program', async () => {
      await client.take('connect');
      await client.take('write');
      await client.take('prove');
      await client.take('disconnect');
      const other = openPcscClient(namespace, { binding });
      await other.take('next-event');
      await other.take('connect');
      const answers = [await other.take(signing[0]), await other.take(signing[1]), await other.take(signing[2])];
      expect(answers.map(({ bytes }) => bytes)).toEqual(['9000', '9000', '6982']);
    });

    it('connects again after each end of a connection', async () => {
      for (const round of [1, 2, 3]) {
        expect({ round, ...(await client.take('connect')) }).toEqual({ round, kind: 'connected' });
        expect(await client.take('read-id')).toMatchObject({ kind: 'read' });
        await client.take('disconnect');
      }
    });

    it('notices a card pulled while nothing is sent by the next command, and finds it when it is back', async () => {
      await client.take('connect');
      await slot.pull();
      expect([await client.take('next-event'), await client.take('next-event')]).toEqual([{ kind: 'removed' }, { kind: 'empty' }]);
      expect(await client.take('read-id')).toMatchObject({ kind: 'outcome-unknown' });
      await client.take('disconnect');
      expect(await client.take('connect')).toEqual({ kind: 'removed' });
      await slot.insert();
      expect(await client.take('next-event')).toMatchObject({ kind: 'inserted' });
      expect(await client.take('connect')).toEqual({ kind: 'connected' });
      expect(await client.take('read-id')).toEqual({ kind: 'read', idCarta: sampleHolder.idCarta });
    });

    it('does not know the outcome of a command in which the card was torn out', async () => {
      await client.take('connect');
      await slot.mute();
      const torn = client.take('read-id');
      await slot.tear();
      expect(await torn).toMatchObject({ kind: 'outcome-unknown' });
      expect([await client.take('next-event'), await client.take('next-event')]).toEqual([{ kind: 'removed' }, { kind: 'empty' }]);
    });

    it('gives up a mute card after the deadline, still tells its removal, and can be killed', async () => {
      await client.take('connect');
      await slot.mute();
      expect(await client.take('read-id')).toEqual({ kind: 'mute' });
      expect(await client.take('disconnect')).toMatchObject({ kind: 'disconnected' });
      await client.kill();
      const next = openPcscClient(namespace, { binding });
      await slot.pull();
      // No hand puts a card in before pcscd has noticed that the last one is out.
      await until(next, { kind: 'empty' });
      await slot.insert();
      await until(next, { kind: 'inserted' });
      expect(await next.take('connect')).toEqual({ kind: 'connected' });
    });

    it('goes on by itself when the service was stopped in a connection and started again', async () => {
      await client.take('connect');
      await namespace.stopService();
      expect(await client.take('next-event')).toEqual({ kind: 'removed' });
      // As it goes down, a service may first say that the reader has gone.
      await until(client, { kind: 'unavailable', because: 'no-service' });
      expect(await client.take('read-id')).toMatchObject({ kind: 'outcome-unknown' });
      await client.take('disconnect');
      expect(await client.take('connect')).toEqual({ kind: 'no-service' });
      await namespace.startService();
      await until(client, { kind: 'empty' });
      await slot.insert();
      expect(await client.take('next-event')).toMatchObject({ kind: 'inserted' });
      expect(await client.take('connect')).toEqual({ kind: 'connected' });
      expect(await client.take('read-id')).toEqual({ kind: 'read', idCarta: sampleHolder.idCarta });
    });
  });

  describeWithPcsc('without what it needs', () => {
    let namespace: PcscNamespace;
    const open = async (options: PcscNamespaceOptions, readerName: string | null): Promise<PcscClient> => {
      namespace = await startPcscNamespace(options);
      return openPcscClient(namespace, { binding, readerName });
    };
    afterEach(() => namespace.stop(), 120_000);

    it('says that the service is down when it begins, and finds the reader once it is up', async () => {
      const client = await open({ isServiceDown: true }, first);
      expect(await client.take('next-event')).toEqual({ kind: 'unavailable', because: 'no-service' });
      expect(await client.take('list')).toEqual({ kind: 'no-service' });
      expect(await client.take('connect')).toEqual({ kind: 'no-service' });
      await namespace.startService();
      await until(client, { kind: 'empty' });
    }, 120_000);

    it('takes none of several readers when none is named', async () => {
      const client = await open({}, null);
      expect(await client.take('next-event')).toEqual({ kind: 'unavailable', because: 'no-reader' });
    }, 120_000);

    it('says that there is no such reader', async () => {
      const client = await open({}, 'A reader that is not plugged in');
      expect(await client.take('next-event')).toEqual({ kind: 'unavailable', because: 'no-reader' });
      expect(await client.take('connect')).toEqual({ kind: 'no-reader' });
    }, 120_000);

    it('tells an empty slot from one with a card', async () => {
      const client = await open({}, second ?? null);
      expect(await client.take('next-event')).toEqual({ kind: 'empty' });
      expect(await client.take('connect')).toEqual({ kind: 'removed' });
    }, 120_000);
  });
});
