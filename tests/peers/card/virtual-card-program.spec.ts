// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace } from '../../support/pcsc/pcsc-namespace';

const rehearsal = join(__dirname, '../../../apps/rehearsal/dist/main.js');

describeWithPcsc('the program of `npm run virtual-card`, over a real PC/SC', () => {
  let namespace: PcscNamespace;
  let program: ChildProcessWithoutNullStreams;
  let introduction: string;
  let said: Promise<string>;
  beforeAll(async () => {
    namespace = await startPcscNamespace();
    program = namespace.spawn([process.execPath, rehearsal, 'virtual-card', '--vpcd', String(namespace.vpcdPort), '--type', 'ST2021']);
    const spoken = once(program.stdout, 'data') as Promise<[Buffer]>;
    said = text(program.stdout);
    introduction = (await spoken)[0].toString();
    await namespace.cardIs('in');
  }, 120_000);
  afterAll(() => namespace.stop());

  const told = (pattern: RegExp): string => pattern.exec(introduction)?.[1] ?? `nothing told of ${pattern.source}`;

  it('puts a card into the reader that OpenSC takes for a CNS', async () => {
    expect(await namespace.run(['opensc-tool', '--name'])).toMatchObject({ code: 0, stdout: 'CNS card\n' });
  });

  it('tells whose card it is', async () => {
    expect((await namespace.run(['pkcs15-tool', '--dump'])).stdout).toContain(told(/ID_Carta (\d{16})/));
  });

  it('tells the PIN and the PUK that the card takes', async () => {
    const pin = told(/Transport PIN (\d{5})/);
    expect(await namespace.run(['pkcs15-tool', '--verify-pin', '--auth-id', '01', '--pin', pin])).toMatchObject({ code: 0 });
    const puk = told(/transport PUK (\d{8})/);
    expect(await namespace.run(['pkcs15-tool', '--unblock-pin', '--auth-id', '01', '--puk', puk, '--new-pin', '83150'])).toMatchObject({ code: 0 });
  });

  it('pulls the card when it is told to end', async () => {
    program.kill('SIGTERM');
    expect(await said).toMatch(/Card pulled\.\n$/);
  });
});
