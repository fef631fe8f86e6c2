// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, Socket } from 'node:net';
import { toHex } from '../../bytes/hex';
import { CardLink } from './card-link';
import type { AddressInfo } from 'node:net';

const echo = createServer((socket) => socket.on('data', (chunk) => socket.write(chunk)).on('error', () => socket.destroy()));
beforeAll(() => new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => echo.close(resolve)));

const links: CardLink[] = [];
afterEach(() => {
  jest.restoreAllMocks();
  for (const link of links.splice(0)) link.destroy();
});

async function dial(): Promise<CardLink> {
  const link = await CardLink.dial({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port }, new AbortController().signal);
  if (!link) throw new Error('nobody listens');
  links.push(link);
  return link;
}

describe('a link to a card endpoint', () => {
  it('brings the answer, sends a frame in one write, and wipes what it sent', async () => {
    const write = jest.spyOn(Socket.prototype, 'write');
    const link = await dial();
    expect(await link.ask(Uint8Array.of(0x00, 0x20))).toEqual(Uint8Array.of(0x00, 0x20));
    const frames = write.mock.calls.map(([frame]) => frame as Uint8Array).filter((frame) => frame.length === 4);
    expect(toHex(frames[0] ?? new Uint8Array())).toBe('00000000'); // the echo's frame comes after ours
  });

  it('has one question at a time', async () => {
    const link = await dial();
    const first = link.ask(Uint8Array.of(1, 2));
    expect(() => link.ask(Uint8Array.of(3, 4))).toThrow('asked twice');
    expect(await first).toEqual(Uint8Array.of(1, 2));
  });

  it('has no answer once it is gone', async () => {
    const link = await dial();
    link.destroy();
    expect(await link.ask(Uint8Array.of(1, 2))).toBeUndefined();
    await expect(link.closed).resolves.toBeUndefined();
  });

  it('is not dialled any further when the signal is aborted', async () => {
    const aborted = new AbortController();
    const dialling = CardLink.dial({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port }, aborted.signal);
    aborted.abort();
    expect(await dialling).toBeUndefined();
  });
});
