// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:net';
import { issueSample, sampleCard, sampleIdCarta } from '../../../testing/sample-card';
import { readBinary } from '../../commands/read-binary';
import { readPublicFiles } from '../../procedures/read-public-files';
import { cnsClassicProfile } from '../../profiles/cns-classic';
import { CardSession } from '../../session/card-session';
import { serveCardEndpoint } from '../../simulator';
import { openNetworkReader } from './network-reader';
import type { AddressInfo } from 'node:net';
import type { Issuance } from '../../../testing/sample-card';
import type { CardEndpoint, CardEndpointOptions } from '../../simulator';
import type { CardReader, ReaderEvent } from '../card-reader';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function slot(options?: CardEndpointOptions): Promise<CardEndpoint> {
  const endpoint = await serveCardEndpoint(options);
  open.push(endpoint);
  return endpoint;
}

function readerOf({ host, port }: { readonly host: string; readonly port: number }): { reader: CardReader; next: () => Promise<ReaderEvent> } {
  const reader = openNetworkReader({ host, port, retry: { firstMs: 5, longestMs: 20 } });
  open.push(reader);
  const events = reader.events();
  return { reader, next: async () => (await events.next()).value as ReaderEvent };
}

async function sessionOf(reader: CardReader, deadlineMs?: number): Promise<CardSession> {
  const connected = await reader.connect();
  if (connected.kind !== 'connected') throw new Error(connected.kind);
  return new CardSession(connected.connection, deadlineMs ? { deadlineMs } : {});
}

describe('the network reader', () => {
  it('waits for a card, tells its ATR, reads it, and tells its removal', async () => {
    const endpoint = await slot();
    const { reader, next } = readerOf(endpoint);
    expect(await next()).toEqual({ kind: 'empty' });
    expect(await reader.connect()).toEqual({ kind: 'removed' });
    const card = sampleCard(issuance);
    endpoint.insert(card);
    expect(await next()).toEqual({ kind: 'inserted', atr: card.atr });
    expect(await readPublicFiles(await sessionOf(reader), cnsClassicProfile)).toMatchObject({ kind: 'read', idCarta: sampleIdCarta });
    endpoint.pull();
    expect(await next()).toEqual({ kind: 'removed' });
    expect(await next()).toEqual({ kind: 'empty' });
  });

  it('finds a card that was in before it came', async () => {
    const endpoint = await slot();
    endpoint.insert(sampleCard(issuance));
    const { next } = readerOf(endpoint);
    expect([await next(), await next()]).toMatchObject([{ kind: 'empty' }, { kind: 'inserted' }]);
  });

  it('returns an unknown outcome for the command during which the card is pulled', async () => {
    const endpoint = await slot({ timing: { perApduMs: 60_000, perByteMs: 0, perExtraBlockMs: 0 } });
    endpoint.insert(sampleCard(issuance));
    const { reader, next } = readerOf(endpoint);
    await next();
    await next();
    const session = await sessionOf(reader);
    const pending = session.run(readBinary(0, 1));
    setTimeout(() => endpoint.pull(), 20);
    expect(await pending).toEqual({ kind: 'outcome-unknown', because: 'removed' });
    expect(session.isOpen).toBe(false);
  });

  it('gives a mute card up after the deadline, and takes no late answer for another command\'s', async () => {
    const endpoint = await slot({ timing: { perApduMs: 60, perByteMs: 0, perExtraBlockMs: 0 } });
    endpoint.insert(sampleCard(issuance));
    const { reader, next } = readerOf(endpoint);
    await next();
    await next();
    const session = await sessionOf(reader, 20);
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'mute' });
    expect(await next()).toEqual({ kind: 'removed' });
    expect([await next(), await next()]).toMatchObject([{ kind: 'empty' }, { kind: 'inserted' }]);
  });

  it('gives a card to one session at a time, and resets it between two', async () => {
    const endpoint = await slot();
    endpoint.insert(sampleCard(issuance));
    const { reader, next } = readerOf(endpoint);
    await next();
    await next();
    const session = await sessionOf(reader);
    expect(await reader.connect()).toEqual({ kind: 'sharing-violation' });
    await readPublicFiles(session, cnsClassicProfile);
    expect(await session.run(readBinary(0, 1))).toMatchObject({ kind: 'read' });
    await session.close();
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'session-over' });
    expect(await (await sessionOf(reader)).run(readBinary(0, 1))).toEqual({ kind: 'refused', sw: 0x6986 }); // no current file after the reset
  });

  it('says once that the endpoint is absent, keeps trying, and finds it when it comes', async () => {
    const absent = createServer();
    await new Promise<void>((resolve) => absent.listen(0, '127.0.0.1', resolve));
    const { port } = absent.address() as AddressInfo;
    await new Promise((resolve) => absent.close(resolve));
    const { reader, next } = readerOf({ host: '127.0.0.1', port });
    expect(await next()).toEqual({ kind: 'unavailable', because: 'no-reader' });
    expect(await reader.connect()).toEqual({ kind: 'no-reader' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await slot({ port });
    expect(await next()).toEqual({ kind: 'empty' });
  });

  it('is turned away from a slot that another reader holds, and gets it afterwards', async () => {
    const endpoint = await slot();
    endpoint.insert(sampleCard(issuance));
    const first = readerOf(endpoint);
    await first.next();
    await first.next();
    const second = readerOf(endpoint);
    expect(await second.next()).toEqual({ kind: 'empty' });
    await first.reader.close();
    expect(await second.next()).toMatchObject({ kind: 'inserted' });
  });

  it('hangs up on an endpoint that answers more than it was asked', async () => {
    const babbler = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', () => socket.write(Uint8Array.of(0, 2, 0x3b, 0x00, 0, 2, 0x90, 0x00)));
    });
    await new Promise<void>((resolve) => babbler.listen(0, '127.0.0.1', resolve));
    const { reader, next } = readerOf({ host: '127.0.0.1', port: (babbler.address() as AddressInfo).port });
    expect([await next(), await next(), await next()]).toMatchObject([{ kind: 'empty' }, { kind: 'inserted' }, { kind: 'removed' }]);
    await reader.close();
    await new Promise((resolve) => babbler.close(resolve));
  });

  it('ends its events when it is closed', async () => {
    const { reader, next } = readerOf(await slot());
    await next();
    await reader.close();
    expect(await next()).toBeUndefined();
  });

  it('calls itself by its address unless it was given a name', () => {
    const named = openNetworkReader({ host: '127.0.0.1', port: 1, name: 'Counter 3' });
    const unnamed = openNetworkReader({ host: '127.0.0.1', port: 1 });
    open.push(named, unnamed);
    expect([named.name, unnamed.name]).toEqual(['Counter 3', 'Network reader 127.0.0.1:1']);
  });
});
