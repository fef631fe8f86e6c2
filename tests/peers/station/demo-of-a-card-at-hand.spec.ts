// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';

const root = join(__dirname, '../../..');
const rehearsal = join(root, 'apps/rehearsal/dist/main.js');
const readerName = 'Virtual PCD 00 00';

/** Everything but `npm` itself: the programs run inside the namespace as a person would start them, and know of each other only what the command lines say. */
describeWithPcsc('`npm run demo -- --reader pcsc`, with a card that the demo did not make', () => {
  let namespace: PcscNamespace;
  let folder: string;
  beforeEach(async () => {
    [namespace, folder] = [await startPcscNamespace(), await mkdtemp(join(tmpdir(), 'card-at-hand-'))];
    await writeFile(file('master.hex'), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    await writeFile(file('other.hex'), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
    await writeFile(file('none.csv'), 'id_carta,pin,puk\n');
  }, 120_000);
  afterEach(async () => {
    await namespace.stop();
    await rm(folder, { recursive: true });
  });

  const file = (name: string): string => join(folder, name);

  /** Puts a card into the reader; its papers then lie in the folder. */
  const insertCard = async (...options: readonly string[]): Promise<void> => {
    const args = ['virtual-card', '--vpcd', String(namespace.vpcdPort), '--type', 'ST2021', '--papers', folder, ...options];
    const program = namespace.spawn([process.execPath, rehearsal, ...args], { isOneself: true });
    await once(program.stdout, 'data');
    await namespace.cardIs('in');
  };

  /** The demo's exit code and what it printed. */
  const demo = async (...options: readonly string[]): Promise<{ readonly code: number | null; readonly told: unknown; readonly said: string }> => {
    const args = ['--reader', 'pcsc', '--reader-name', readerName, '--trust', file('ca.pem'), ...options];
    const child = namespace.spawn([process.execPath, join(root, 'tools/demo.mjs'), ...args], { isOneself: true });
    child.stdin.end();
    const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, told: printed === '' ? undefined : JSON.parse(printed), said };
  };

  it('writes it by the codes of its manufacturer, and OpenSC finds PIN and signature as the envelope promises', async () => {
    await insertCard();
    expect(await demo('--transport-codes', file('transport-codes.csv'))).toMatchObject({
      code: 0,
      told: { state: 'delivered', method: 'transport-codes', cardType: 'ST2021', pinVerifiedOnCard: true, chipSignatureValid: true },
    });
  }, 180_000);

  it('writes it by the key of its issuer, and OpenSC finds PIN and signature as the envelope promises', async () => {
    await insertCard('--issuer-master', file('master.hex'));
    expect(await demo('--issuer-master', file('master.hex'))).toMatchObject({
      code: 0,
      told: { state: 'delivered', method: 'issuer-auth', cardType: 'ST2021', pinVerifiedOnCard: true, chipSignatureValid: true },
    });
  }, 180_000);

  it('says what the desk says of a card that nobody knows', async () => {
    await insertCard();
    expect(await demo('--transport-codes', file('none.csv'))).toMatchObject({
      code: 1,
      told: { state: 'refused', method: 'transport-codes', cardType: 'ST2021', reason: 'state-unknown' },
    });
  }, 180_000);

  it('delivers no card that does not take its issuer\'s key', async () => {
    await insertCard('--issuer-master', file('master.hex'));
    expect(await demo('--issuer-master', file('other.hex'))).toMatchObject({ code: 1, told: undefined, said: expect.stringContaining('The case is interrupted (supervisor-needed).') as string });
  }, 180_000);
});
