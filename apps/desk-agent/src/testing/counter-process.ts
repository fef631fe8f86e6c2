// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A counter as a process, for suites outside this project: the station as it really runs, with whatever printers a suite gives it; card and API are the test world's. Orders come
 * and outcomes go as JSON lines.
 */
import { createInterface } from 'node:readline';
import type { VirtualCardContents } from '@sportello/card-io/simulator';
import type { PrintEnvelopeJob, PrintPaperJob, PrinterCondition } from '@sportello/contracts';
import { demoContents, freshCard, idCartas } from './demo-cards';
import { StationProcess } from './station-process';
import { queues, TestWorld } from './test-world';

type Environment = Readonly<Record<string, string>>;

export type CounterOrder =
  /** Starts the station with these variables besides its own, and waits until it is linked. */
  | { readonly do: 'start'; readonly environment: Environment }
  | { readonly do: 'kill' }
  /** The lines of one of the program's commands, with these variables. */
  | { readonly do: 'run'; readonly args: readonly string[]; readonly environment: Environment }
  /** Puts the card in, and waits until it is recognised. */
  | { readonly do: 'insert' }
  /** Hands the job out, and answers its id. */
  | { readonly do: 'print'; readonly what: 'envelope' | 'form' }
  /** The job comes once more. */
  | { readonly do: 'issue-again'; readonly jobId: string }
  | { readonly do: 'await-submitted' | 'await-end' | 'reports'; readonly jobId: string }
  | { readonly do: 'await-status'; readonly of: 'envelopes' | 'forms'; readonly is: PrinterCondition }
  /** Stops this process as soon as the station asks for the last word before its first byte. */
  | { readonly do: 'freeze-at-first-byte'; readonly pid: number }
  /** What there is to look at. */
  | { readonly do: 'look' };

class Counter {
  private readonly jobs = new Map<string, PrintEnvelopeJob | PrintPaperJob>();
  private readonly stations: StationProcess[] = [];
  private recognised = 0;

  constructor(
    private readonly world: TestWorld,
    private readonly contents: VirtualCardContents,
  ) {}

  async take(order: CounterOrder): Promise<unknown> {
    const { api } = this.world;
    switch (order.do) {
      case 'start':
        return this.start(order.environment);
      case 'kill':
        return this.stations.at(-1)?.signal('SIGKILL');
      case 'run':
        return this.run(order);
      case 'insert':
        return this.insert();
      case 'print':
        return this.print(order.what);
      case 'issue-again':
        return api.issue(this.jobOf(order.jobId));
      case 'await-submitted':
        return api.until(() => api.reportsOf(order.jobId).find(({ type }) => type === 'submitted'));
      case 'await-end':
        return this.world.closingReport(order.jobId);
      case 'reports':
        return api.reportsOf(order.jobId);
      case 'await-status':
        return api.until(() => this.statuses().at(-1)?.[order.of] === order.is);
      case 'freeze-at-first-byte':
        this.freezeAtFirstByte(order.pid);
        return null;
      case 'look':
        return this.look();
    }
  }

  async close(): Promise<void> {
    await this.stations.at(-1)?.signal('SIGKILL');
    await this.world.close();
  }

  private async start(environment: Environment): Promise<void> {
    const station = StationProcess.start({ ...this.own(), ...environment });
    this.stations.push(station);
    await this.world.api.until(() => station.isLogged('"msg":"ready"') || (station.stderr !== '' && fail(station.stderr)));
  }

  private async run({ args, environment }: CounterOrder & { readonly do: 'run' }): Promise<readonly string[]> {
    const station = StationProcess.start({ ...this.own(), ...environment }, args);
    await station.exited;
    return `${station.log}${station.stderr}`.trimEnd().split('\n');
  }

  private async insert(): Promise<void> {
    this.world.slot.pull();
    this.world.slot.insert(freshCard(this.contents));
    this.recognised += 1;
    await this.world.cardEvents('recognised', this.recognised);
  }

  private async print(what: 'envelope' | 'form'): Promise<string> {
    const job = what === 'envelope' ? this.world.printJob(idCartas.maria) : this.world.formJob();
    this.jobs.set(job.jobId, job);
    await this.world.api.issue(job);
    return job.jobId;
  }

  private freezeAtFirstByte(pid: number): void {
    this.world.api.refuse = (path) => {
      if (!path.endsWith('/reports')) return undefined;
      process.kill(pid, 'SIGSTOP');
      this.world.api.refuse = () => undefined;
      return undefined;
    };
  }

  private look() {
    const { api, printed, stationDir, printer } = this.world;
    const [station] = this.stations.slice(-1);
    return {
      intents: api.heard.filter(({ kind }) => kind === 'intent').length,
      log: this.stations.map(({ log }) => log).join(''),
      received: Buffer.concat(api.received).toString('base64'),
      printedHere: printed.map(({ document }) => Buffer.from(document).toString('base64')),
      printers: { envelopes: printer.uriOf(queues.envelopes), forms: printer.uriOf(queues.forms) },
      stationDir,
      processes: station ? [station.pid, ...station.cardProcesses()] : [],
    };
  }

  private jobOf(jobId: string): PrintEnvelopeJob | PrintPaperJob {
    const job = this.jobs.get(jobId);
    return job ?? fail('no such job');
  }

  private statuses() {
    return this.world.api.heard.flatMap((message) => (message.kind === 'status' ? [message.status] : []));
  }

  private own(): Environment {
    const { api, stationDir, slot, printer } = this.world;
    return {
      SERVER_URL: api.url,
      STATION_DIR: stationDir,
      ENROLMENT_CODE: api.enrolmentCode,
      READER: `network:${slot.host}:${slot.port}`,
      ENVELOPE_PRINTER: printer.uriOf(queues.envelopes),
      FORM_PRINTER: printer.uriOf(queues.forms),
      ADAPTERS_ARE_TEST: 'true',
    };
  }
}

function fail(why: string): never {
  throw new Error(why);
}

async function main(): Promise<void> {
  const counter = new Counter(await TestWorld.open(), await demoContents(idCartas.maria));
  for await (const line of createInterface({ input: process.stdin })) {
    const outcome = await counter.take(JSON.parse(line) as CounterOrder);
    process.stdout.write(`${JSON.stringify(outcome ?? null)}\n`);
  }
  await counter.close();
  process.exit(0);
}

void main();
