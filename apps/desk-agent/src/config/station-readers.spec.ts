// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLearntReaders, writeLearntReaders } from './learnt-readers';
import { readersOf, refuseToGuess } from './station-readers';

const pcsc = (name: string | null) => ({ kind: 'pcsc', name }) as const;
const nothing = { reader: null, operatorReader: null } as const;
const learnt = { citizen: 'Left', operator: 'Right' } as const;

describe('which reader is whose', () => {
  it('is as it was learnt, unless it is said', () => {
    expect(readersOf(nothing, learnt)).toEqual({ reader: pcsc('Left'), operatorReader: pcsc('Right') });
    expect(readersOf({ reader: pcsc('Middle'), operatorReader: null }, learnt)).toEqual({ reader: pcsc('Middle'), operatorReader: pcsc('Right') });
    expect(readersOf({ reader: pcsc('Right'), operatorReader: pcsc('Left') }, learnt)).toEqual({ reader: pcsc('Right'), operatorReader: pcsc('Left') });
  });

  it('needs not be said where there is one', () => {
    const readers = readersOf(nothing, undefined);
    expect(readers).toEqual({ reader: pcsc(null), operatorReader: null });
    expect(() => refuseToGuess(readers, ['Left'])).not.toThrow();
    expect(() => refuseToGuess(readers, [])).not.toThrow();
  });

  it('is not guessed where there are two', () => {
    expect(() => refuseToGuess(readersOf(nothing, undefined), ['Left', 'Right'])).toThrow(/^There are 2 readers \(Left, Right\).*READER=pcsc:NAME .*--learn-readers$/);
    expect(() => refuseToGuess(readersOf(nothing, learnt), ['Left', 'Right'])).not.toThrow();
  });

  it('is never the same one for both', () => {
    expect(() => readersOf({ reader: pcsc('Right'), operatorReader: null }, learnt)).toThrow(/are the same one/);
    const network = { kind: 'network', host: '127.0.0.1', port: 1 } as const;
    expect(() => readersOf({ reader: network, operatorReader: network }, undefined)).toThrow(/are the same one/);
    expect(() => readersOf({ reader: null, operatorReader: pcsc('Right') }, undefined)).toThrow(/citizen's has none/);
  });
});

describe('the file of the learnt readers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is read as it was written, and need not be there', async () => {
    expect(await readLearntReaders(folder)).toBeUndefined();
    await writeLearntReaders(folder, learnt);
    expect(await readLearntReaders(folder)).toEqual(learnt);
  });

  it('is not believed when it is something else', async () => {
    await writeFile(join(folder, 'readers.json'), '{"citizen":3}');
    await expect(readLearntReaders(folder)).rejects.toThrow(/cannot be read.*--learn-readers/);
  });
});
