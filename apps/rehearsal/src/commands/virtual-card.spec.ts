// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { plugVirtualCard, readVirtualCardRequest } from './virtual-card';

const now = new Date('2026-11-23T08:00:00Z');

/** As vpcd asks for the ATR (cards.md: a frame of one byte, 04). */
const atrWanted = Buffer.from('000104', 'hex');

describe('the virtual card’s command line', () => {
  it('takes vpcd’s first slot and an ST2021 unless told otherwise', () => {
    expect(readVirtualCardRequest([])).toEqual({ host: '127.0.0.1', port: 35963, cardType: 'ST2021', issuerMaster: undefined, papers: undefined });
    expect(readVirtualCardRequest(['--vpcd', '35964', '--type', 'AC2018'])).toEqual({ host: '127.0.0.1', port: 35964, cardType: 'AC2018', issuerMaster: undefined, papers: undefined });
  });

  it.each([
    [['--vpcd', 'reader'], /--vpcd takes the port/],
    [['--vpcd', '0'], /--vpcd takes the port/],
    [['--type', 'ST1999'], /--type takes one of .*ST2021/],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(() => readVirtualCardRequest(args)).toThrow(sentence);
  });
});

describe('a virtual card', () => {
  const plug = (port: number, ended: Promise<void>, said: string[]) =>
    plugVirtualCard({ host: '127.0.0.1', port, cardType: 'AC2018', issuerMaster: undefined, papers: undefined }, { now, random: randomInt, print: (text) => void said.push(text), ended });

  it('says in one sentence that nothing listens, and what to start', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    await expect(plug(port, new Promise(() => undefined), [])).rejects.toThrow(/^Nothing listens at 127\.0\.0\.1:\d+\. Start pcscd/);
  });

  it('answers with the ATR of its type, says what it is and leaves when vpcd does', async () => {
    const said: string[] = [];
    let atr = '';
    const vpcd = createServer((socket: Socket) => {
      socket.write(atrWanted);
      socket.once('data', (frame) => {
        atr = Buffer.from(frame).subarray(2).toString('hex').toUpperCase();
        socket.end();
      });
    });
    await new Promise<void>((resolve) => vpcd.listen(0, '127.0.0.1', resolve));
    await plug((vpcd.address() as AddressInfo).port, new Promise(() => undefined), said);
    await new Promise((resolve) => vpcd.close(resolve));
    expect(atr).toBe('3BDF18008131FE7D006B020C0182011101434E53103180FC');
    expect(said.join('')).toMatch(/type AC2018[^]*Transport PIN \d{5}, transport PUK \d{8}[^]*vpcd went away/);
  });
});
