// SPDX-License-Identifier: AGPL-3.0-or-later
import { scriptedConnection } from '../../testing/scripted-connection';
import { SecretBytes } from '../bytes/secret-bytes';
import { readBinary } from '../commands/read-binary';
import { verify } from '../commands/verify';
import { CardSession } from './card-session';
import type { CardConnection } from './card-connection';
import type { TranscriptEntry } from './card-session';

const pin = SecretBytes.fromAscii('83150');

describe('a card session', () => {
  it('fetches with GET RESPONSE what the card says is waiting, and puts it together', async () => {
    const connection = scriptedConnection('01026102', '03046101', '059000');
    expect(await new CardSession(connection).run(readBinary(0, 5))).toEqual({ kind: 'read', data: Uint8Array.of(1, 2, 3, 4, 5), isEnd: false });
    expect(connection.sent).toEqual(['00B0000005', '00C0000002', '00C0000001']);
  });

  it('does not follow a card for ever that always has more waiting', async () => {
    const connection = scriptedConnection(...Array.from({ length: 50 }, () => '016101'));
    expect(await new CardSession(connection).run(readBinary(0, 5))).toEqual({ kind: 'refused', sw: 0x6101 });
  });

  it('sends a command again, once, with the Le that the card wants', async () => {
    const connection = scriptedConnection('6C02', '01029000');
    expect(await new CardSession(connection).run(readBinary(0, 256))).toEqual({ kind: 'read', data: Uint8Array.of(1, 2), isEnd: false });
    expect(connection.sent).toEqual(['00B0000000', '00B0000002']);
    const stubborn = scriptedConnection('6C02', '6C02', '01029000');
    expect(await new CardSession(stubborn).run(readBinary(0, 256))).toEqual({ kind: 'refused', sw: 0x6c02 });
  });

  it('never repeats a command that holds a code', async () => {
    const connection = scriptedConnection('6C02', '9000');
    expect(await new CardSession(connection).run(verify(0x10, pin))).toEqual({ kind: 'refused', sw: 0x6c02 });
    expect(connection.sent).toHaveLength(1);
  });

  it('wipes the code from what it sent, whatever became of it', async () => {
    const seen: Uint8Array[] = [];
    const connection: CardConnection = {
      ...scriptedConnection(),
      transmit: async (command) => {
        seen.push(command);
        expect(command[5]).toBe(0x38);
        return { kind: 'mute' };
      },
    };
    const command = verify(0x10, pin);
    await new CardSession(connection).run(command);
    expect(seen[0]?.every((byte) => byte === 0)).toBe(true);
    expect(command.apdu.data?.every((byte) => byte === 0)).toBe(true);
    expect(pin.isWiped).toBe(false);
  });

  it.each([
    ['an answer of no bytes, as a torn card gives', '', { kind: 'outcome-unknown', because: 'answer-too-short' }],
    ['an answer of one byte', '90', { kind: 'outcome-unknown', because: 'answer-too-short' }],
    ['a mute card', { kind: 'mute' } as const, { kind: 'mute' }],
    ['a reset card', { kind: 'outcome-unknown', because: 'reset' } as const, { kind: 'outcome-unknown', because: 'reset' }],
  ])('is over after %s: nothing more is sent', async (_case, answer, fault) => {
    const connection = scriptedConnection(answer, '9000');
    const session = new CardSession(connection);
    expect(await session.run(readBinary(0, 1))).toEqual(fault);
    expect(session.isOpen).toBe(false);
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'session-over' });
    expect(connection.sent).toHaveLength(1);
    expect(session.exchanges).toBe(1);
  });

  it('sends one command at a time, in the order in which they were asked for', async () => {
    const order: string[] = [];
    const connection: CardConnection = {
      ...scriptedConnection(),
      transmit: async (command) => {
        order.push(`sent ${command[3]}`);
        await new Promise((resolve) => setTimeout(resolve, 5 - (command[3] ?? 0)));
        order.push(`answered ${command[3]}`);
        return { kind: 'answered', bytes: Uint8Array.of(0x90, 0x00) };
      },
    };
    const session = new CardSession(connection);
    await Promise.all([session.run(readBinary(1, 1)), session.run(readBinary(2, 1))]);
    expect(order).toEqual(['sent 1', 'answered 1', 'sent 2', 'answered 2']);
  });

  it('closes after the commands that wait, and resets the card', async () => {
    const connection = scriptedConnection('019000');
    const session = new CardSession(connection);
    const [outcome] = await Promise.all([session.run(readBinary(0, 1)), session.close()]);
    expect(outcome).toEqual({ kind: 'read', data: Uint8Array.of(1), isEnd: false });
    expect(connection.disconnections).toBe(1);
    expect(await session.run(readBinary(0, 1))).toEqual({ kind: 'session-over' });
  });

  it('writes headers, lengths and status words into the transcript, and no data', async () => {
    const entries: TranscriptEntry[] = [];
    const session = new CardSession(scriptedConnection('63C2', 'ABCD9000', { kind: 'mute' }), { transcript: (entry) => entries.push(entry) });
    await session.run(verify(0x10, pin));
    await session.run(readBinary(0, 2));
    await session.run(readBinary(2, 2));
    expect(entries).toEqual([
      { command: 'verify', header: '00 20 00 10', sent: 8, received: 0, sw: 0x63c2 },
      { command: 'read-binary', header: '00 B0 00 00', sent: 0, received: 2, sw: 0x9000 },
      { command: 'read-binary', header: '00 B0 00 02', sent: 0, received: 0, sw: 'mute' },
    ]);
  });
});
