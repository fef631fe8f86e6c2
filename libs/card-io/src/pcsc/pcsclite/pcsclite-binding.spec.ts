// SPDX-License-Identifier: AGPL-3.0-or-later
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { adaptPcsclite } from './pcsclite-binding';
import type { NativeMonitor, NativeReader, PcscliteModule } from './pcsclite-module';
import type { PcscContext } from '../binding';

const [empty, present] = [0x10, 0x10020];

type Done<T> = (error: Error | undefined, result: T) => void;

/** As much of `pcsclite` as can be seen without a reader: its events, and that its first word comes a turn later. */
class FakeReader extends EventEmitter implements NativeReader {
  isWatched = false;
  connecting: Error | undefined;

  constructor(readonly name: string) {
    super();
  }

  _connect(_share: number, _protocols: number, done: Done<number>): void {
    done(this.connecting, 2);
  }

  _transmit(command: Buffer, _longest: number, protocol: number, done: Done<Buffer>): void {
    done(undefined, Buffer.concat([Buffer.of(protocol), command]));
  }

  _disconnect(_disposition: number, done: (error: Error | undefined) => void): void {
    done(undefined);
  }

  close(): void {
    if (!this.isWatched) throw new Error('joins a thread that was never started');
  }
}

class FakeMonitor extends EventEmitter implements NativeMonitor {
  readonly readers: FakeReader[] = [];
  isClosed = false;

  constructor(private readonly names: readonly string[]) {
    super();
    process.nextTick(() => this.start(() => this.names.forEach((name) => this.plugIn(name))));
  }

  start(told: (error: Error | undefined, names?: Buffer) => void): void {
    setImmediate(() => told(undefined, Buffer.from('')));
  }

  close(): void {
    this.isClosed = true;
  }

  private plugIn(name: string): void {
    const reader = new FakeReader(name);
    reader.isWatched = true;
    this.readers.push(reader);
    this.emit('reader', reader);
  }
}

function openFake(names: readonly string[], lingerMs = 5): { readonly open: () => PcscContext; readonly monitors: readonly FakeMonitor[] } {
  const monitors: FakeMonitor[] = [];
  const module: PcscliteModule = () => {
    const monitor = new FakeMonitor(names);
    monitors.push(monitor);
    return monitor;
  };
  const { Context } = adaptPcsclite(module, lingerMs);
  return { open: () => new Context(), monitors };
}

const status = (monitor: FakeMonitor | undefined, state: number, atr?: Buffer): boolean => monitor?.readers[0]?.emit('status', { state, atr }) ?? false;

describe('pcsclite behind the port', () => {
  it('lists the readers, and an empty list, too', async () => {
    const [one, none] = [openFake(['Left', 'Right']), openFake([])];
    const contexts = [one.open(), none.open()];
    expect((await contexts[0]!.listReaders()).map(({ name }) => name)).toEqual(['Left', 'Right']);
    expect(await contexts[1]!.listReaders()).toEqual([]);
    contexts.forEach((context) => context.close());
  });

  it('throws when PC/SC is not running', () => {
    const { Context } = adaptPcsclite(() => {
      throw new Error('SCardEstablishContext error: Service not available.(0x8010001d)');
    });
    expect(() => new Context()).toThrow('0x8010001d');
  });

  it('tells a change from what is known, and nothing when there is none', async () => {
    const { open, monitors } = openFake(['Left']);
    const context = open();
    await context.listReaders();
    status(monitors[0], empty);
    expect(await context.waitForChange([{ name: 'Left', state: 0 }], 1_000)).toEqual([{ name: 'Left', state: empty | 2, atr: null }]);
    expect(await context.waitForChange([{ name: 'Left', state: empty }], 1)).toEqual([]);
    const waiting = context.waitForChange([{ name: 'Left', state: empty }], 10_000);
    status(monitors[0], present, Buffer.of(0x3b));
    expect(await waiting).toEqual([{ name: 'Left', state: present | 2, atr: Uint8Array.of(0x3b) }]);
    context.close();
  });

  it('calls a reader that it does not know unknown', async () => {
    const { open } = openFake(['Left']);
    const context = open();
    expect(await context.waitForChange([{ name: 'Right', state: 0 }], 1_000)).toEqual([{ name: 'Right', state: 4 | 2, atr: null }]);
    context.close();
  });

  it('is called back from a wait, and woken from it when PC/SC goes', async () => {
    const { open, monitors } = openFake(['Left']);
    const context = open();
    await context.listReaders();
    status(monitors[0], empty);
    const cancelled = context.waitForChange([{ name: 'Left', state: empty }], 10_000);
    setImmediate(() => context.cancel());
    expect(await cancelled).toBeNull();
    const other = open();
    const failing = other.waitForChange([{ name: 'Left', state: empty }], 10_000);
    monitors[0]?.readers[0]?.emit('error', new Error('SCardGetStatusChange error: Service was stopped.(0x8010001e)'));
    await expect(failing).rejects.toThrow('0x8010001e');
    other.close();
    expect(monitors).toHaveLength(1);
    open().close();
    expect(monitors).toHaveLength(2);
  });

  it('connects by another native object than the one that watches, and by the same one again', async () => {
    const { open, monitors } = openFake(['Left']);
    const context = open();
    const [slot] = await context.listReaders();
    status(monitors[0], present, Buffer.of(0x3b));
    const card = await slot!.connect(1, 3);
    expect(card.atr).toEqual(Uint8Array.of(0x3b));
    expect(Uint8Array.from(await card.transmit(Buffer.of(0x00)))).toEqual(Uint8Array.of(2, 0));
    await card.disconnect(1);
    await slot!.connect(1, 3);
    context.close();
  });

  it('gives PC/SC back when nobody has asked for a while, and not between two looks', async () => {
    const { open, monitors } = openFake([], 20);
    open().close();
    open().close();
    expect(monitors).toHaveLength(1);
    await sleep(60);
    expect(monitors[0]?.isClosed).toBe(true);
  });
});
