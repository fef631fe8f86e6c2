// SPDX-License-Identifier: AGPL-3.0-or-later
import { FakePcsc, fakeAtr } from '../../testing/fake-pcsc';
import { SecretBytes } from '../bytes/secret-bytes';
import { readBinary } from '../commands/read-binary';
import { verify } from '../commands/verify';
import { CardSession } from '../session/card-session';
import { openPcscReader } from './pcsc-reader';
import type { CardReader, ReaderEvent } from '../reader/card-reader';
import type { SessionOptions } from '../session/card-session';
import type { PcscReaderOptions } from './pcsc-reader';

let pcsc: FakePcsc;
const open: CardReader[] = [];
beforeEach(() => {
  pcsc = new FakePcsc();
});
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close();
});

function readerOf(options: Partial<PcscReaderOptions> = {}): { reader: CardReader; next: () => Promise<ReaderEvent> } {
  const reader = openPcscReader({ binding: pcsc.binding, settleMs: 1, retry: { firstMs: 1, longestMs: 5 }, ...options });
  open.push(reader);
  const events = reader.events();
  return { reader, next: async () => (await events.next()).value as ReaderEvent };
}

async function sessionOf(reader: CardReader, options?: SessionOptions): Promise<CardSession> {
  const connected = await reader.connect();
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  return new CardSession(connected.connection, options);
}

describe('watching a PC/SC reader', () => {
  it('tells what comes and goes', async () => {
    const { reader, next } = readerOf();
    expect(await next()).toEqual({ kind: 'empty' });
    expect(reader.name).toBe('Reader 0');
    pcsc.insert();
    expect(await next()).toEqual({ kind: 'inserted', atr: fakeAtr });
    pcsc.remove();
    expect([await next(), await next()]).toEqual([{ kind: 'removed' }, { kind: 'empty' }]);
    pcsc.insert(true);
    expect(await next()).toEqual({ kind: 'unresponsive' });
  });

  it('tells one card from the next though the pull between them was not seen', async () => {
    const { next } = readerOf();
    await next();
    pcsc.insert();
    await next();
    pcsc.remove();
    pcsc.insert();
    expect([await next(), await next()]).toEqual([{ kind: 'removed' }, { kind: 'inserted', atr: fakeAtr }]);
  });

  it('does not tell a card that does not stay for a moment', async () => {
    const { next } = readerOf({ settleMs: 30 });
    await next();
    pcsc.insert();
    setTimeout(() => pcsc.remove(), 5);
    setTimeout(() => pcsc.insert(true), 60);
    expect(await next()).toEqual({ kind: 'unresponsive' });
  });

  it('says that PC/SC or the reader is missing, and finds them when they come', async () => {
    pcsc.hasService = false;
    const { next } = readerOf({ readerName: 'Reader 1' });
    expect(await next()).toEqual({ kind: 'unavailable', because: 'no-service' });
    pcsc.hasService = true;
    pcsc.readers = ['Reader 0', 'Reader 1'];
    expect(await next()).toEqual({ kind: 'empty' });
  });

  it('tells the removal of a card whose reader is unplugged, or whose service stops', async () => {
    const { next } = readerOf();
    await next();
    pcsc.insert();
    await next();
    pcsc.unplug();
    expect([await next(), await next()]).toEqual([{ kind: 'removed' }, { kind: 'unavailable', because: 'no-reader' }]);
    pcsc.readers = ['Reader 0'];
    expect(await next()).toMatchObject({ kind: 'inserted' });
    pcsc.stopService();
    expect([await next(), await next()]).toEqual([{ kind: 'removed' }, { kind: 'unavailable', because: 'no-service' }]);
  });

  it('ends its events and its contexts when it is closed', async () => {
    const { reader, next } = readerOf();
    await next();
    await reader.close();
    expect(await next()).toBeUndefined();
    expect(pcsc.openContexts.size).toBe(0);
  });
});

describe('a card in a PC/SC reader', () => {
  const ready = async (): Promise<CardReader> => {
    const { reader, next } = readerOf();
    await next();
    pcsc.insert();
    await next();
    return reader;
  };

  it('is reset when the session ends, and its context closed', async () => {
    const session = await sessionOf(await ready());
    expect(session.atr).toEqual(fakeAtr);
    expect(await session.run(verify(0x10, SecretBytes.fromAscii('12345')))).toEqual({ kind: 'verified' });
    await session.close();
    expect(pcsc.dispositions).toEqual([1]);
    expect(pcsc.openContexts.size).toBe(1); // the watch's
  });

  it('may be gone before it can be reset', async () => {
    const session = await sessionOf(await ready());
    pcsc.remove();
    await expect(session.close()).resolves.toBeUndefined();
    expect(pcsc.openContexts.size).toBe(1);
  });

  it.each([
    ['Sharing violation', { kind: 'sharing-violation' }],
    ['No smart card present', { kind: 'removed' }],
  ])('is not connected to when PC/SC says "%s"', async (text, fault) => {
    const reader = await ready();
    pcsc.connecting = () => Promise.reject(new Error(text));
    expect(await reader.connect()).toEqual(fault);
    expect(pcsc.openContexts.size).toBe(1);
  });

  it('is not connected to in a reader that is not there', async () => {
    const reader = await ready();
    pcsc.unplug();
    expect(await reader.connect()).toEqual({ kind: 'no-reader' });
  });

  it('is mute when connecting takes too long', async () => {
    pcsc.connecting = () => new Promise(() => undefined);
    const { reader, next } = readerOf({ connectDeadlineMs: 5 });
    await next();
    expect(await reader.connect()).toEqual({ kind: 'mute' });
  });

  it('torn out in a command leaves its outcome unknown', async () => {
    const session = await sessionOf(await ready());
    pcsc.answer = () => Promise.resolve(new Uint8Array());
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'outcome-unknown', because: 'answer-too-short' });
    const next = await sessionOf(open[0]!);
    pcsc.answer = () => Promise.reject(new Error('Transaction failed'));
    expect(await next.run(readBinary(0, 1))).toEqual({ kind: 'outcome-unknown', because: 'not-transacted' });
  });

  it('that never answers is given up, and no native call is tried on it any more', async () => {
    const session = await sessionOf(await ready(), { deadlineMs: 5 });
    pcsc.answer = () => new Promise(() => undefined);
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'mute' });
    await session.close();
    expect(pcsc.dispositions).toEqual([]);
  });
});
