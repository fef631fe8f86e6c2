// SPDX-License-Identifier: AGPL-3.0-or-later
import { scriptedConnection } from '../../testing/scripted-connection';
import { CardSession } from '../session/card-session';
import { readFile, type Extent } from './read-file';

/** A file of so many bytes, as its contents say. */
const fileOf = (length: number) => (bytes: Uint8Array): Extent => ({ kind: bytes.length < length ? 'needs' : 'complete', length });
const zeros = (length: number): string => '00'.repeat(length);

async function read(length: number, first: number, answers: readonly string[]) {
  const connection = scriptedConnection(...answers);
  const outcome = await readFile(new CardSession(connection), fileOf(length), first);
  return { outcome, sent: connection.sent };
}

describe('reading a file to its end', () => {
  it('asks for the first block, then for what is missing', async () => {
    const { outcome, sent } = await read(20, 16, [`${zeros(16)}9000`, `${zeros(4)}9000`]);
    expect(outcome).toEqual({ kind: 'read', bytes: new Uint8Array(20) });
    expect(sent).toEqual(['00B0000010', '00B0001004']);
  });

  it('goes on where a card gave less than it was asked for', async () => {
    const { outcome, sent } = await read(16, 16, [`${zeros(7)}9000`, `${zeros(7)}9000`, `${zeros(2)}9000`]);
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(sent).toEqual(['00B0000010', '00B0000709', '00B0000E02']);
  });

  it('asks with 6Cxx\'s Le, once, for what there is before the end', async () => {
    const { outcome, sent } = await read(10, 16, ['6C0A', `${zeros(10)}9000`]);
    expect(outcome).toMatchObject({ kind: 'read' });
    expect(sent).toEqual(['00B0000010', '00B000000A']);
  });

  it('asks for half as much where a card refuses to read past the end', async () => {
    const { outcome, sent } = await read(10, 16, ['6700', `${zeros(8)}9000`, `${zeros(2)}9000`]);
    expect(outcome).toEqual({ kind: 'read', bytes: new Uint8Array(10) });
    expect(sent).toEqual(['00B0000010', '00B0000008', '00B0000802']);
  });

  it('does not ask for ever: a card that refuses one byte has no file to be read', async () => {
    const { outcome, sent } = await read(10, 16, Array.from({ length: 9 }, () => '6700'));
    expect(outcome).toEqual({ kind: 'refused', sw: 0x6700 });
    expect(sent.map((command) => command.slice(8))).toEqual(['10', '08', '04', '02', '01']);
  });

  it.each([
    ['6282', [`${zeros(5)}6282`]],
    ['6B00', [`${zeros(5)}9000`, '6B00']],
    ['9000 without data', [`${zeros(5)}9000`, '9000']],
  ])('finds one that ends before its contents do malformed: %s', async (_case, answers) => {
    const { outcome, sent } = await read(10, 16, answers);
    expect(outcome).toEqual({ kind: 'malformed' });
    expect(sent).toHaveLength(answers.length);
  });
});
