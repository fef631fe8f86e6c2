// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, createServer } from 'node:net';
import { issueSample, sampleCard } from '../../testing/sample-card';
import { toHex } from '../bytes/hex';
import { FrameDecoder, encodeFrame } from '../reader/network/vpcd-frame';
import { serveCardEndpoint } from './card-endpoint';
import { plugIntoVpcd } from './vpcd-plug';
import type { Issuance } from '../../testing/sample-card';
import type { AddressInfo, Socket } from 'node:net';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

/** The reader's side in raw frames. */
function rawReader(socket: Socket) {
  const frames = new FrameDecoder();
  const received: string[] = [];
  let wake = (): void => undefined;
  socket.on('data', (chunk) => {
    received.push(...frames.push(chunk).map(toHex));
    wake();
  });
  return {
    send: (...payload: number[]) => socket.write(encodeFrame(Uint8Array.from(payload))),
    async next(): Promise<string | undefined> {
      while (received.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return received.shift();
    },
  };
}

describe('a card endpoint', () => {
  it('leaves the question for the ATR open until there is a card', async () => {
    const endpoint = await serveCardEndpoint();
    const socket = connect(endpoint.port, endpoint.host);
    const reader = rawReader(socket);
    reader.send(4);
    while (!endpoint.hasReader) await new Promise((resolve) => setTimeout(resolve, 5));
    const card = sampleCard(issuance);
    setTimeout(() => endpoint.insert(card), 20);
    expect(await reader.next()).toBe(toHex(card.atr));
    socket.destroy();
    await endpoint.close();
  });

  it('answers commands in their order, also several in one packet, and no control but the ATR', async () => {
    const endpoint = await serveCardEndpoint();
    endpoint.insert(sampleCard(issuance));
    const socket = connect(endpoint.port, endpoint.host);
    const reader = rawReader(socket);
    socket.write(Buffer.concat([[1], [0, 0xa4, 8, 0x0c, 4, 0x10, 0, 0x10, 3], [0, 0xb0, 0, 0, 2], [2], [0, 0xb0, 0, 0, 2]].map((payload) => encodeFrame(Uint8Array.from(payload)))));
    expect([await reader.next(), await reader.next(), await reader.next()]).toEqual(['9000', '36309000', '6986']); // after the reset no file is current
    socket.destroy();
    await endpoint.close();
  });

  it('has one slot: a second card does not fit, and an empty slot has nothing to pull', async () => {
    const endpoint = await serveCardEndpoint();
    endpoint.pull();
    endpoint.insert(sampleCard(issuance));
    expect(() => endpoint.insert(sampleCard(issuance))).toThrow('there is a card');
    endpoint.pull();
    expect(endpoint.card).toBeUndefined();
    await endpoint.close();
  });

  it('rejects an address that is taken', async () => {
    const endpoint = await serveCardEndpoint();
    await expect(serveCardEndpoint({ port: endpoint.port })).rejects.toThrow('EADDRINUSE');
    await endpoint.close();
  });

  it('takes as long as a card would', async () => {
    const endpoint = await serveCardEndpoint({ timing: { perApduMs: 30, perByteMs: 0, perExtraBlockMs: 0 } });
    endpoint.insert(sampleCard(issuance));
    const socket = connect(endpoint.port, endpoint.host);
    const reader = rawReader(socket);
    const begun = performance.now();
    reader.send(0, 0xb0, 0, 0, 1);
    expect(await reader.next()).toBe('6986');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(30);
    socket.destroy();
    await endpoint.close();
  });
});

describe('a card plugged into vpcd', () => {
  const vpcd = createServer((socket) => socket.on('error', () => socket.destroy()));
  beforeAll(() => new Promise<void>((resolve) => vpcd.listen(0, '127.0.0.1', resolve)));

  it('answers as vpcd asks, and is out when it is pulled', async () => {
    const connected = new Promise<Socket>((resolve) => {
      vpcd.once('connection', resolve);
    });
    const plug = await plugIntoVpcd(sampleCard(issuance), { host: '127.0.0.1', port: (vpcd.address() as AddressInfo).port });
    const reader = rawReader(await connected);
    reader.send(4);
    expect(await reader.next()).toMatch(/^3BFF/);
    reader.send(0, 0xca, 0, 0, 0);
    expect(await reader.next()).toBe('6D00');
    plug.pull();
    await plug.unplugged;
  });

  it('rejects when no vpcd listens', async () => {
    const { port } = vpcd.address() as AddressInfo;
    await new Promise((resolve) => vpcd.close(resolve));
    await expect(plugIntoVpcd(sampleCard(issuance), { host: '127.0.0.1', port })).rejects.toThrow('ECONNREFUSED');
  });
});
