// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../tools/stack/data-folder.mjs';
import { startStack } from '../../tools/stack/stack.mjs';

type Stack = Awaited<ReturnType<typeof startStack>>;

/** Runs the whole product against the simulated world, which takes the time that real cards and printers take, for the length of one measurement. */
export async function withStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-bench-'));
  const stack = await startStack({ data: openDataFolder(folder) });
  try {
    return await work(stack);
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the demo's driver prints of one activation. */
export interface Activation {
  readonly apdus: number;
  readonly apdusAfterGoAhead: number;
  readonly ms: Readonly<Record<string, number>>;
}

/** One activation from insertion to delivered, by rehearsal's driver. */
export function activateOnce({ deskUrl, rehearsalUrl, signIns }: Stack): Activation {
  const operator = signIns.find(({ role }) => role === 'operator');
  if (!operator) throw new Error('the demo has no operator');
  const script = join(import.meta.dirname, '../../apps/rehearsal/dist/main.js');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, 'demo', '--desk', deskUrl, '--rehearsal', rehearsalUrl], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', DEMO_USERNAME: operator.username, DEMO_PASSWORD: operator.password },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Activation;
}
