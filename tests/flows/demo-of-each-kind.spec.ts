// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS } from '@sportello/domain';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const demoProgram = join(__dirname, '../../tools/demo.mjs');

/** As a person types it, without `npm run`, which says on stdout what it runs. */
const demo = async (...options: readonly string[]): Promise<{ readonly code: number | null; readonly printed: string; readonly said: string }> => {
  const child = spawn(process.execPath, [demoProgram, ...options], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } });
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, printed, said };
};

/** The API's own specs take every kind, and a duplicate of each, from the card to the hand; here the whole product does, with a real station and chips. */
describe('`npm run demo`', () => {
  it('lists the kinds of case, one a line and nothing else', async () => {
    expect(await demo('--list')).toEqual({ code: 0, printed: `${CASE_KINDS.join('\n')}\n`, said: '' });
  }, 120_000);

  it('says which kinds there are when it is asked for none of them, and starts nothing', async () => {
    expect(await demo('--kind', 'zio')).toEqual({ code: 2, printed: '', said: `There is no kind of case called "zio". Choose one of: ${CASE_KINDS.join(', ')}.\n` });
  }, 120_000);

  it.each([
    [['--kind', 'parent-of-minor'], { kind: 'parent-of-minor', purpose: 'activation', mode: 'parental', method: 'transport-codes' }],
    [['--duplicate', '--kind', 'support-administrator'], { kind: 'support-administrator', purpose: 'duplicate', mode: 'support-administrator', method: 'issuer-auth' }],
  ] as const)('%j ends delivered, and prints the mode', async (options, told) => {
    const { code, printed, said } = await demo(...options);
    expect([code, said]).toEqual([0, expect.stringContaining('The envelope is delivered.') as string]);
    expect(JSON.parse(printed)).toMatchObject({ state: 'delivered', ...told, pinVerifiedOnCard: true, chipSignatureValid: true });
  }, 400_000);
});
