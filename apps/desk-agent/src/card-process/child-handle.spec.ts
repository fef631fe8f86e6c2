// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { createLogger } from '../log/logger';
import { ChildHandle } from './child-handle';
import type { ToParent } from './messages';

const program = { path: join(__dirname, '..', 'testing', 'hanging-child.cjs'), execArgv: [] };
let logged: string[];
let handle: ChildHandle | undefined;

beforeEach(() => {
  logged = [];
});
afterEach(async () => {
  delete process.env['TEST_CHILD_SAYS'];
  handle?.kill();
  await handle?.ended;
});

function start(says: unknown, onMessage: (message: ToParent) => void = () => undefined): Promise<void> {
  process.env['TEST_CHILD_SAYS'] = JSON.stringify(says);
  return new Promise((onEnd) => {
    handle = new ChildHandle({ program, log: createLogger({ level: 'info', write: (line) => void logged.push(line) }), onMessage, onEnd });
  });
}

/** Until the deadline of a call, and the patience beyond it, are over. */
function standStillPast(deadlineMs: number): void {
  const end = performance.now() + deadlineMs + 1_200;
  while (performance.now() < end) continue;
}

describe('a card\'s process', () => {
  it('is killed when a call into the reader does not come to its end', async () => {
    await start({ type: 'command', deadlineMs: 10 });
    expect(logged.join('')).toContain('hangs in the reader');
  });

  it('is left alone when the call had come to its end in time, and this process was kept from hearing it', async () => {
    const heard: string[] = [];
    const ended = start([{ type: 'command', deadlineMs: 10 }, { type: 'command-ended' }, { type: 'mute' }], ({ type }) => {
      heard.push(type);
      if (type === 'command') standStillPast(10);
      if (type === 'mute') handle?.kill();
    });
    await ended;
    expect(heard).toEqual(['command', 'command-ended', 'mute']);
    expect(logged).toEqual([]);
  });

  it('is killed when it says what no card\'s process says', async () => {
    const heard: ToParent[] = [];
    await start({ type: 'report', pin: '40718' }, (message) => heard.push(message));
    expect(heard).toEqual([]);
    expect(logged.join('')).toContain('not understood');
    expect(logged.join('')).not.toContain('40718');
  });

  it('is heard to its last word before its end is told', async () => {
    const heard: string[] = [];
    const ended = start({ type: 'mute' }, ({ type }) => {
      heard.push(type);
      handle?.kill();
    });
    await ended;
    expect(heard).toEqual(['mute']);
  });
});
