// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvelope } from '../../support/paper/read-envelope';
import type { FactoryCodes } from '../kill-table/citizens';
import { childrenOf, KillDesk } from '../kill-table/kill-desk';
import { Operator } from '../kill-table/operator';
import type { KnownCode } from './code-forms';
import { allowCoreDumps, coreDumpsIn } from './places/core-dumps';
import { databaseFiles, databaseReadOut } from './places/database';
import { filesIn } from './places/files';
import { heapOf, withHeapSnapshots } from './places/heap';
import { facesOf, memoryOf } from './places/processes';
import type { Sample } from './places/sample';
import { WireRecord } from './places/wire-record';
import { SweepBrowser } from './sweep-browser';

const WATCH_MS = 50;
const PAGES = join(__dirname, '../../../apps/desk-ui/dist/browser');

interface People {
  readonly operator: Operator;
  readonly supervisor: Operator;
  readonly helpDesk: Operator;
}

/** A desk of real programs under debug logging, whose codes become known from the paper and from the manufacturer's file, and in which one can look everywhere. */
export class SweepDesk {
  /** Called when an envelope begins to go to the printer. */
  onPaper: () => void = () => undefined;
  readonly #papers: Promise<readonly KnownCode[]>[] = [];
  #browser: SweepBrowser | undefined;
  #people: People | undefined;
  /** Processes that were there at some time. */
  readonly #pids = new Set<number>();
  readonly #watching = setInterval(() => void this.#watchProcesses(), WATCH_MS).unref();

  private constructor(
    readonly number: number,
    readonly desk: KillDesk,
    private readonly record: WireRecord,
    private readonly factory: ReadonlyMap<number, FactoryCodes>,
    private readonly workFolder: string,
  ) {}

  /** @param serials of the cards that will come, as the kill table's desk takes them. */
  static async open(number: number, serials: readonly number[], workFolder: string): Promise<SweepDesk> {
    const factory = new Map(serials.map((serial) => [serial, { pin: digits(5), puk: digits(8) }]));
    await mkdir(join(workFolder, 'temporary'), { recursive: true });
    const record: WireRecord = new WireRecord((sent) => opened.takePaper(sent));
    const desk = await KillDesk.open(serials, {
      logLevel: 'debug',
      // The last five digits of ten thousand control numbers would be a tenth of all PINs.
      lastSheet: '000300',
      factoryOf: (serial) => factory.get(serial) ?? { pin: '', puk: '' },
      onWire: record.hear,
      environment: { ...withHeapSnapshots(workFolder), TMPDIR: join(workFolder, 'temporary') },
      pagesFrom: PAGES,
    });
    const opened: SweepDesk = new SweepDesk(number, desk, record, factory, workFolder);
    opened.#people = {
      operator: await Operator.signIn(desk.url, desk.signIn),
      supervisor: await Operator.signIn(desk.url, desk.supervisor),
      helpDesk: await Operator.signIn(opened.pastTheLink, desk.helpDesk),
    };
    return opened;
  }

  get people(): People {
    if (!this.#people) throw new Error('the desk is not open yet');
    return this.#people;
  }

  /** Past the tapped link, where what is sent has the CIP in it, as it must; what is answered is looked at by whoever asked. */
  get pastTheLink(): string {
    return `http://127.0.0.1:${this.desk.apiPort}`;
  }

  /** Opened when it is first wanted. */
  async browser(): Promise<SweepBrowser> {
    this.#browser ??= await SweepBrowser.open(this.desk.url, join(this.workFolder, 'profile'));
    return this.#browser;
  }

  /** Of all sheets that went to the printer, whether they came out or not, and of all cards. */
  async codes(): Promise<readonly KnownCode[]> {
    const printed = await Promise.all(this.#papers);
    const ofCards = [...this.factory].filter(([serial]) => serial % 2 === 0).flatMap(([, { pin, puk }]) => this.#pair('transport-pin', 'transport-puk', pin, puk));
    return [...printed.flat(), ...ofCards];
  }

  /** What the last envelope says. */
  async lastCip(): Promise<string> {
    const printed = await this.#papers.at(-1);
    return printed?.find(({ kind }) => kind === 'cip')?.text ?? '';
  }

  /** Numbers of five digits that this run has for other reasons. */
  get ownNumbers(): ReadonlySet<string> {
    const ports = [this.desk.apiPort, this.desk.databasePort, this.desk.link.port, this.desk.slot.port, ...this.desk.tappedPorts];
    return new Set([...ports, ...this.#pids, process.pid].map(String));
  }

  /** Everything that can be seen, first while the programs run, then of what they leave. They are stopped on the way. */
  async *samples(): AsyncGenerator<Sample> {
    const { api, station, vault } = this.desk.running;
    if (api?.pid === undefined || station?.pid === undefined || vault?.pid === undefined) throw new Error('a desk without API, station or vault');
    if (this.#browser) yield* this.#browser.samples();
    yield* await facesOf('api', api.pid);
    yield* await facesOf('vault', vault.pid);
    for (const [name, pid] of [['station', station.pid], ...(await childrenOf(station.pid)).map((child) => ['card process', child])] as const) yield* await facesOf(String(name), Number(pid));
    yield* memoryOf('memory of the API', api.pid);
    yield* memoryOf('memory of the station', station.pid);
    yield await heapOf('heap of the API', api.pid, this.workFolder);
    yield await heapOf('heap of the station', station.pid, this.workFolder);
    yield* databaseReadOut(this.desk.databaseOwnerUrl);
    await this.desk.stopPrograms();
    yield* this.#filesLeft();
    yield* this.record.samples();
  }

  async close(): Promise<void> {
    clearInterval(this.#watching);
    await this.#browser?.close();
    await this.desk.close();
  }

  /** A station that was started again is given what its predecessor was given. */
  async #watchProcesses(): Promise<void> {
    const { database, vault, api, station } = this.desk.running;
    if (station?.pid !== undefined && !this.#pids.has(station.pid)) await allowCoreDumps(station.pid).catch(() => undefined); // killed meanwhile
    const pids = [database?.pid, vault?.pid, api?.pid, station?.pid, ...(await childrenOf(station?.pid).catch(() => []))];
    for (const pid of pids) if (pid !== undefined) this.#pids.add(pid);
  }

  async *#filesLeft(): AsyncGenerator<Sample> {
    const { data, folder } = this.desk;
    yield* filesIn('logs', data.logs);
    yield* filesIn('files of the station', this.desk.stationDir);
    yield* filesIn('files of the vault', data.vault);
    // Keys, anchors, issuer's keys, and what the programs put into their folder for temporary files.
    yield* filesIn('files of the API', folder, (path) => !/^(logs|station-\d+|vault|database)\/|^core/.test(path));
    yield* filesIn('files of the API', join(this.workFolder, 'temporary'));
    yield* coreDumpsIn(folder);
    yield* databaseFiles(data.database);
  }

  private takePaper(sent: Buffer): void {
    this.onPaper();
    if (!sent.includes('%%EOF')) return;
    const paper = readEnvelope(sent.subarray(sent.indexOf('%PDF')));
    this.#papers.push(paper.then(({ pin, puk, cip }) => [...this.#pair('pin', 'puk', pin, puk), { kind: 'cip', text: cip, desk: this.number }]));
  }

  #pair(pinKind: 'pin' | 'transport-pin', pukKind: 'puk' | 'transport-puk', pin: string, puk: string): readonly KnownCode[] {
    return [
      { kind: pinKind, text: pin, desk: this.number, partner: puk },
      { kind: pukKind, text: puk, desk: this.number },
    ];
  }
}

/** Leading zeros and all: the manufacturer's codes follow no rule of ours. */
function digits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('');
}
