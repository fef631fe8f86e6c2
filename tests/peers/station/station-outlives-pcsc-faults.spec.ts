// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { loadPcscBinding, PCSC_BINDINGS } from '@sportello/card-io/pcsc';
import { jsonLines, type JsonLines } from '../../support/pcsc/json-lines';
import { openPcscClient } from '../../support/pcsc/pcsc-client';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace, typescript } from '../../support/pcsc/pcsc-namespace';
import { sampleCodes, sampleHolder } from '../../support/pcsc/sample-holder';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

const world = join(__dirname, '../../../apps/desk-agent/src/testing/world-process.ts');
const [first, second] = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const;
const transport = { pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk };

/** A station with real processes for its cards; the API and the printers around it are inside the namespace, too. */
class Desk {
  private readonly wire: JsonLines;

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    child.stderr.pipe(process.stderr);
    this.wire = jsonLines(child.stdout, child.stdin);
  }

  async take(order: object): Promise<unknown> {
    this.wire.send(order);
    const outcome = await this.wire.next();
    if (outcome === undefined) throw new Error('the desk is gone');
    return outcome;
  }

  readerIs(condition: string, of: 'reader' | 'operatorReader' = 'reader'): Promise<unknown> {
    return this.take({ do: 'await-reader', of, condition });
  }

  card(type: string, reader: 'citizen' | 'operator' = 'citizen'): Promise<unknown> {
    return this.take({ do: 'await-card', type, reader });
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.stdin.end();
    await exit;
  }
}

describe.each(PCSC_BINDINGS)('with %s', (binding) => {
  const load = loadPcscBinding(binding);
  if (load.kind === 'not-built') {
    it.skip(`a station does not outlive anything: ${load.reason}. ${load.remedy}`, () => undefined);
    return;
  }

  describeWithPcsc('a station outlives its PC/SC', () => {
    let namespace: PcscNamespace;
    let slot: VirtualSlot;
    let desk: Desk;
    const open = async (operatorReader: string | null = null, isServiceDown = false): Promise<void> => {
      namespace = await startPcscNamespace({ isServiceDown });
      slot = await openVirtualSlot(namespace);
      desk = new Desk(namespace.spawn(typescript(world)));
      await desk.take({ do: 'start', binding, reader: first, operatorReader });
    };
    const printEnvelope = async (): Promise<void> => {
      await slot.insert();
      await desk.card('recognised');
      await desk.take({ do: 'print', idCarta: sampleHolder.idCarta });
      expect(await desk.take({ do: 'await-end' })).toMatchObject({ type: 'completed' });
    };
    const write = (): Promise<unknown> => desk.take({ do: 'write', transport });
    const end = (): Promise<unknown> => desk.take({ do: 'await-end' });
    afterEach(async () => {
      await desk.stop();
      await namespace.stop();
    }, 120_000);

    it('that is down when it starts, and recognises the first card once it is up', async () => {
      await open(null, true);
      await desk.readerIs('no-service');
      await namespace.startService();
      await desk.readerIs('ready');
      await slot.insert();
      await desk.card('recognised');
    });

    it('that is stopped in the middle of a visit and started again: the card is written with the codes that were printed', async () => {
      await open();
      await printEnvelope();
      await namespace.stopService();
      await desk.card('removed');
      await desk.readerIs('no-service');
      await namespace.startService();
      await desk.readerIs('ready');
      await slot.insert();
      await desk.card('recognised');
      await write();
      expect(await end()).toMatchObject({ type: 'written' });
    });

    it('without its reader, which is unplugged and plugged in again', async () => {
      await open();
      await desk.readerIs('ready');
      await namespace.stopService();
      await namespace.startService({ hasReaders: false });
      await desk.readerIs('no-reader');
      await namespace.stopService();
      await namespace.startService();
      await desk.readerIs('ready');
      await slot.insert();
      await desk.card('recognised');
    });

    it('with another program in it: the reader is busy until that lets go', async () => {
      await open(null, true);
      const other = openPcscClient(namespace, { binding });
      await namespace.startService();
      await slot.insert();
      while ((await other.take('next-event'))['kind'] !== 'inserted') continue;
      // The station may have been the first: then it holds the card, and the other one waits for its end.
      while ((await other.take('connect'))['kind'] !== 'connected') {
        await slot.pull();
        await slot.insert();
      }
      await desk.readerIs('busy');
      await other.take('disconnect');
      await desk.card('recognised');
      await desk.readerIs('ready');
    });

    it('with a card that goes mute as it is written: its process is replaced, and the case resumes', async () => {
      await open();
      await printEnvelope();
      await slot.mute();
      await write();
      expect(await end()).toMatchObject({ type: 'interrupted', reason: 'outcome-unknown' });
      await desk.readerIs('restarting');
      await slot.putInAnew();
      await desk.card('recognised');
      await desk.readerIs('ready');
      await write();
      expect(await end()).toMatchObject({ type: 'written' });
    });

    it('with a second card in the operator\'s reader, which is told as the operator\'s', async () => {
      await open(second);
      const operators = await openVirtualSlot(namespace, namespace.secondVpcdPort);
      await operators.insert();
      await desk.card('recognised', 'operator');
      await desk.readerIs('ready', 'operatorReader');
      await printEnvelope();
      await write();
      expect(await end()).toMatchObject({ type: 'written' });
      expect(await operators.state()).toMatchObject(transport);
      await operators.pull();
      await desk.card('removed', 'operator');
    });
  });
});
