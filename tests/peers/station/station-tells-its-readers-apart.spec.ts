// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { loadPcscBinding, PCSC_BINDINGS } from '@sportello/card-io/pcsc';
import { describeWithPcsc, type PcscNamespace, startPcscNamespace, typescript } from '../../support/pcsc/pcsc-namespace';
import { openVirtualSlot, type VirtualSlot } from '../../support/pcsc/virtual-slot';

const main = join(__dirname, '../../../apps/desk-agent/src/main.ts');
const [first, second] = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const;

/** The station's program inside the namespace, and what it has said. */
class Program {
  private said = '';
  private complained = '';

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.complained += chunk.toString()));
  }

  get stderr(): string {
    return this.complained;
  }

  get stdout(): string {
    return this.said;
  }

  async says(text: string): Promise<void> {
    while (!this.said.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`it has ended: ${this.complained}`);
      await sleep(20);
    }
  }

  pressEnter(): void {
    this.child.stdin.write('\n');
  }

  async exit(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

describe.each(PCSC_BINDINGS)('with %s', (READER_BINDING) => {
  const load = loadPcscBinding(READER_BINDING);
  if (load.kind === 'not-built') {
    it.skip(`a station does not tell its readers apart: ${load.reason}. ${load.remedy}`, () => undefined);
    return;
  }

  describeWithPcsc('a station at a computer with two readers', () => {
    let namespace: PcscNamespace;
    let slots: readonly [VirtualSlot, VirtualSlot];
    let STATION_DIR: string;
    beforeAll(async () => {
      namespace = await startPcscNamespace();
      slots = [await openVirtualSlot(namespace), await openVirtualSlot(namespace, namespace.secondVpcdPort)];
    }, 120_000);
    beforeEach(async () => {
      STATION_DIR = await mkdtemp(join(tmpdir(), 'station-'));
    });
    afterEach(async () => {
      for (const slot of slots) await slot.pull();
      await rm(STATION_DIR, { recursive: true, force: true });
    });
    afterAll(() => namespace.stop(), 120_000);

    const printers = { ENVELOPE_PRINTER: 'ipp://127.0.0.1:1/ipp/print', ENVELOPE_STATIONERY: 'peel-label-mailer', FORM_PRINTER: 'ipp://127.0.0.1:1/ipp/print' };
    const start = (args: readonly string[], change: Readonly<Record<string, string>> = {}): Program => {
      const env = { PATH: process.env['PATH'], SERVER_URL: 'http://127.0.0.1:1', STATION_DIR, READER_BINDING, ...printers, ...change };
      return new Program(namespace.spawn(typescript(main, ...args), { env }));
    };
    const learnt = async (): Promise<unknown> => JSON.parse(await readFile(join(STATION_DIR, 'readers.json'), 'utf8'));

    it('refuses to guess which one is the citizen\'s, and says what to do', async () => {
      const program = start([]);
      expect(await program.exit()).toBe(1);
      expect(program.stderr).toMatch(/^There are 2 readers \(Virtual PCD 00 00, Virtual PCD 00 01\), and none is named as the citizen's\. .*READER=pcsc:NAME.*--learn-readers\n$/);
    });

    it('learns them by cards that are put in, one after the other', async () => {
      const program = start(['--learn-readers']);
      await program.says('Insert a card in the citizen\'s reader');
      await slots[1].insert();
      await program.says(`The citizen's reader is "${second}".`);
      await slots[0].insert();
      await program.says(`The operator's reader is "${first}".`);
      expect(await program.exit()).toBe(0);
      expect(await learnt()).toEqual({ citizen: second, operator: first });

      const checking = start(['--check']);
      await checking.exit();
      expect(JSON.parse(checking.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ checks: { binding: 'well', pcsc: 'well', 'citizen-reader': 'well', 'operator-reader': 'well' } });
      expect(checking.stdout).toMatch(new RegExp(`well +citizen-reader +${second}\\n`));
    });

    it('learns that there is no operator\'s reader when Enter is pressed', async () => {
      const program = start(['--learn-readers']);
      await program.says('Insert a card in the citizen\'s reader');
      await slots[0].insert();
      await program.says('Insert a card in the operator\'s reader');
      program.pressEnter();
      expect(await program.exit()).toBe(0);
      expect(await learnt()).toEqual({ citizen: first, operator: null });
    });

    it('says in its check that PC/SC is down, and how to start it', async () => {
      const down = await startPcscNamespace({ isServiceDown: true });
      try {
        const env = { PATH: process.env['PATH'], SERVER_URL: 'http://127.0.0.1:1', STATION_DIR, READER_BINDING, ...printers };
        const program = new Program(down.spawn(typescript(main, '--check'), { env }));
        expect(await program.exit()).toBe(1);
        expect(program.stdout).toMatch(/NOT WELL +pcsc +does not answer → PC\/SC is not running: start it/);
      } finally {
        await down.stop();
      }
    });
  });
});
