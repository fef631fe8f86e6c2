// SPDX-License-Identifier: AGPL-3.0-or-later
import { toHex } from '../bytes/hex';
import { chainOf } from './command-chain';
import { encodeCommand } from './command-apdu';

const apdu = (length: number) => ({ cla: 0x00, ins: 0x2a, p1: 0x80, p2: 0x86, data: new Uint8Array(length).fill(0xab), le: 256 });
const hex = (length: number): string[] => chainOf(apdu(length)).map((link) => toHex(encodeCommand(link)));

describe('a chain of commands', () => {
  it('is one command while its data fit', () => {
    expect(hex(255)).toEqual([`002A8086FF${'AB'.repeat(255)}00`]);
    expect(chainOf({ cla: 0x00, ins: 0xb0, p1: 0, p2: 0, le: 1 })).toHaveLength(1);
  });

  it('says in all links but the last that more is to come, and wants an answer to the last alone', () => {
    expect(hex(257)).toEqual([`102A8086FF${'AB'.repeat(255)}`, '002A808602ABAB00']);
    expect(hex(511).map((link) => link.slice(0, 10))).toEqual(['102A8086FF', '102A8086FF', '002A808601']);
  });
});
