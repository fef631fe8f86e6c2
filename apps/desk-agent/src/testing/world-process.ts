// SPDX-License-Identifier: AGPL-3.0-or-later
/** A test world whose station reads through PC/SC, as a process: for where PC/SC is a namespace's own. Orders come and outcomes go as JSON lines. */
import { createInterface } from 'node:readline';
import type { PcscBindingName } from '@sportello/card-io/pcsc';
import type { CardEvent, PrintEnvelopeJob, StationStatus, WriteCardJob } from '@sportello/contracts';
import { muteAfterMs, TestWorld } from './test-world';

export type WorldOrder =
  | { readonly do: 'start'; readonly binding: PcscBindingName; readonly reader: string; readonly operatorReader: string | null }
  /** Waits until the station tells this of a reader; what was waited for before does not count again. */
  | { readonly do: 'await-reader'; readonly of: 'reader' | 'operatorReader'; readonly condition: StationStatus['reader'] }
  | { readonly do: 'await-card'; readonly type: CardEvent['type']; readonly reader: CardEvent['reader'] }
  | { readonly do: 'print'; readonly idCarta: string }
  /** Begins to write the printed envelope's codes, under the next lease. */
  | { readonly do: 'write'; readonly transport: { readonly pin: string; readonly puk: string } }
  /** Waits for the closing report of the last job, and for nothing of it but its type and reason. */
  | { readonly do: 'await-end' };

class WorldProcess {
  private printed: PrintEnvelopeJob | undefined;
  private writing: WriteCardJob | undefined;
  private lastJob = '';
  private readonly heardUpTo = { reader: 0, operatorReader: 0, card: 0 };

  constructor(private readonly world: TestWorld) {}

  async take(order: WorldOrder): Promise<unknown> {
    switch (order.do) {
      case 'start':
        return this.start(order);
      case 'await-reader':
        return this.hear(order.of, (message) => message.kind === 'status' && message.status[order.of] === order.condition);
      case 'await-card':
        return this.hear('card', (message) => message.kind === 'card' && message.event.type === order.type && message.event.reader === order.reader);
      case 'print':
        this.printed = this.world.printJob(order.idCarta);
        return this.issue(this.printed);
      case 'write':
        if (!this.printed) throw new Error('print first');
        this.writing = this.writing ? await this.world.reissue(this.writing, order.transport) : await this.world.writeJob(this.printed, {}, order.transport);
        return this.issue(this.writing);
      case 'await-end': {
        const report = await this.world.closingReport(this.lastJob);
        return { type: report.type, reason: 'reason' in report ? report.reason : null };
      }
    }
  }

  private start({ binding, reader, operatorReader }: WorldOrder & { readonly do: 'start' }): Promise<void> {
    const named = (name: string) => ({ kind: 'pcsc', name }) as const;
    return this.world.startStation({ command: muteAfterMs }, { readerBinding: binding, reader: named(reader), operatorReader: operatorReader === null ? null : named(operatorReader) });
  }

  private async issue(job: PrintEnvelopeJob | WriteCardJob): Promise<void> {
    this.lastJob = job.jobId;
    await this.world.api.issue(job);
  }

  private async hear(what: keyof WorldProcess['heardUpTo'], fits: (message: TestWorld['api']['heard'][number]) => boolean): Promise<void> {
    const { api } = this.world;
    this.heardUpTo[what] = await api.until(() => {
      const found = api.heard.findIndex((message, index) => index >= this.heardUpTo[what] && fits(message));
      return found >= 0 && found + 1;
    });
  }
}

async function main(): Promise<void> {
  const world = await TestWorld.open();
  const atDesk = new WorldProcess(world);
  for await (const line of createInterface({ input: process.stdin })) {
    const outcome = await atDesk.take(JSON.parse(line) as WorldOrder);
    process.stdout.write(`${JSON.stringify(outcome ?? null)}\n`);
  }
  await world.close();
  process.exit(0);
}

void main();
