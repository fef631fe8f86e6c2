// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CardEndpoint, type DemoCa, issueDemoCa, serveCardEndpoint } from '@sportello/card-io/simulator';
import { createIppServer, type IppServer, type PrintedDocument } from '@sportello/ipp/server';
import { readEnvelope } from '../../support/paper/read-envelope';
import type { DataFolder } from '../../../tools/stack/data-folder.mjs';
import type { Running } from '../../../tools/stack/processes.mjs';
import type { PreparedVault } from '../../../tools/stack/vault.mjs';
import { FACTORY_CODES, type FactoryCodes, idCartaOf, ISSUER_MASTER_HEX, VALIDITY } from './citizens';
import type { WorldCut } from './cut';
import { type OnBytes, SeverableLink } from './severable-link';

/** An envelope that came out of the printer, as whoever opens it reads it. */
export interface PrintedEnvelope {
  readonly controlNumber: string;
  readonly pin: string;
  readonly puk: string;
  readonly outerCode: string;
}

const QUEUES = { envelopes: '/ipp/print/buste', forms: '/ipp/print/moduli' } as const;
const SIGN_IN = { username: 'bini', password: 'una parola lunga' } as const;
const SUPERVISOR = { username: 'landi', password: 'una parola lunga' } as const;
const HELP_DESK = { username: 'vanni', password: 'una parola lunga' } as const;
/** So long after a cut what stands for the service manager, and for the electrician, puts things right. */
const REPAIR_MS = 400;
const SHORT_DEADLINE_MS = '2000';

/** The wires that somebody may listen to. */
export type Wire = 'station-api' | 'browser-api' | 'api-vault' | 'station-printer';

/** How a desk is to differ from the kill table's own. */
export interface DeskWishes {
  readonly logLevel?: 'debug';
  readonly factoryOf?: (serial: number) => FactoryCodes;
  /** The control number of the last blind sheet; left out: there are ten thousand. */
  readonly lastSheet?: string;
  /** Hears all that goes over the wires; pages then reach the API over one of them, too. */
  readonly onWire?: (wire: Wire, ...heard: Parameters<OnBytes>) => void;
  /** More variables for API and station. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The built page. */
  readonly pagesFrom?: string;
}

type Start = typeof import('../../../tools/stack/processes.mjs').start;
type Tools = typeof import('../../../tools/stack/vault.mjs') & Pick<typeof import('../../../tools/stack/processes.mjs'), 'run'>;

/** A desk with its real programs (database, vault, API, station), each of which can be killed and is started again, and a card, a printer and a wire in somebody's hand. */
export class KillDesk {
  readonly envelopes: PrintedEnvelope[] = [];
  onSheet: () => void | Promise<void> = () => undefined;
  /** Between the printer's last sheet and the tray. */
  beforeSheet: () => Promise<void> = () => Promise.resolve();
  #running: Partial<Record<'database' | 'vault' | 'api' | 'station', Running>> = {};
  #repairing: Promise<void> = Promise.resolve();
  #repairs = 0;
  #ports = { database: 0, api: 0, vault: 0 };
  #stations = 1;
  #isStationComing = false;
  #vault: PreparedVault | undefined;
  #approvalCodes: Readonly<Record<string, string>> = {};
  /** Between pages and the API, and before the printer with the blind sheets; only where somebody listens. */
  #tapped: { readonly pages: SeverableLink; readonly vault: SeverableLink; readonly envelopes: SeverableLink } | undefined;

  private constructor(
    readonly ca: DemoCa,
    readonly slot: CardEndpoint,
    readonly printer: IppServer,
    readonly link: SeverableLink,
    readonly folder: string,
    readonly data: DataFolder,
    private readonly start: Start,
    private readonly tools: Tools,
    private readonly wishes: DeskWishes,
  ) {}

  /** @param serials of the cards that will come: transport codes for the even ones, the issuer's word for the odd ones. */
  static async open(serials: readonly number[], wishes: DeskWishes = {}): Promise<KillDesk> {
    // These files are read as CommonJS, and the tools are ES modules.
    const [{ openDataFolder }, { start, run }, { freePort }, database, vault] = await Promise.all([
      import('../../../tools/stack/data-folder.mjs'),
      import('../../../tools/stack/processes.mjs'),
      import('../../../tools/stack/ports.mjs'),
      import('../../../tools/stack/database.mjs'),
      import('../../../tools/stack/vault.mjs'),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'sportello-kill-'));
    const data = openDataFolder(folder);
    const printer = createIppServer({
      queues: [{ path: QUEUES.envelopes, name: 'Buste' }, { path: QUEUES.forms, name: 'Moduli' }],
      onDocument: (printed) => void desk.takeFromTray(printed),
    });
    await printer.listen();
    const heardOn = (wire: Wire): OnBytes => (...heard) => wishes.onWire?.(wire, ...heard);
    const link = await SeverableLink.open(() => desk.apiPort, heardOn('station-api'));
    const ca = await issueDemoCa({ commonName: 'Sportello TS-CNS - CA di prova', ...VALIDITY });
    const desk: KillDesk = new KillDesk(ca, await serveCardEndpoint(), printer, link, folder, data, start, { run, ...vault }, wishes);
    desk.#ports = { database: await freePort(), api: await freePort(), vault: await freePort() };
    if (wishes.onWire) {
      const printerPort = Number(new URL(printer.uriOf(QUEUES.envelopes)).port);
      desk.#tapped = {
        pages: await SeverableLink.open(() => desk.apiPort, heardOn('browser-api')),
        vault: await SeverableLink.open(() => desk.#ports.vault, heardOn('api-vault')),
        envelopes: await SeverableLink.open(() => printerPort, heardOn('station-printer')),
      };
    }
    await desk.#startDatabase();
    await database.createRoleAndDatabase(desk.#databaseUrl('postgres', 'postgres'), data.databasePassword);
    await desk.#setUp(serials);
    await Promise.all([desk.#startApi(), desk.#startVault(), desk.#startStation('KILL-TABLE-2345')]);
    await desk.#certify();
    return desk;
  }

  get apiPort(): number {
    return this.#ports.api;
  }

  get url(): string {
    return `http://localhost:${this.#tapped?.pages.port ?? this.#ports.api}`;
  }

  /** The programs that run now. */
  get running(): Readonly<Partial<Record<'database' | 'vault' | 'api' | 'station', Running>>> {
    return this.#running;
  }

  /** As the API has it. */
  get vaultUrl(): string {
    return `http://127.0.0.1:${this.#tapped?.vault.port ?? this.#ports.vault}`;
  }

  get databasePort(): number {
    return this.#ports.database;
  }

  /** Of the links that are only there where somebody listens. */
  get tappedPorts(): readonly number[] {
    return Object.values(this.#tapped ?? {}).map(({ port }) => port);
  }

  get databaseOwnerUrl(): string {
    return this.#databaseUrl('postgres');
  }

  factoryOf(serial: number): FactoryCodes {
    return this.wishes.factoryOf?.(serial) ?? FACTORY_CODES;
  }

  get signIn(): typeof SIGN_IN {
    return SIGN_IN;
  }

  get supervisor(): typeof SUPERVISOR {
    return SUPERVISOR;
  }

  get helpDesk(): typeof HELP_DESK {
    return HELP_DESK;
  }

  /** What one of the two types to approve towards the vault. */
  approvalCodeOf({ username }: { readonly username: string }): string {
    return this.#approvalCodes[username] ?? '';
  }

  /** Cuts, and resolves when it is cut; a moment later everything is being put right again. */
  async cut(what: WorldCut): Promise<void> {
    switch (what) {
      case 'station-killed':
        return this.#kill('station', () => this.#startStation());
      case 'station-lost':
        return this.#kill('station', () => this.#replaceStation());
      case 'api-killed':
        return this.#kill('api', () => this.#startApi());
      case 'card-process-killed':
        for (const pid of await childrenOf(this.#running.station?.pid)) process.kill(pid, 'SIGKILL');
        return;
      case 'database-stopped':
        await this.#running.database?.stop();
        this.#repair(() => this.#startDatabase());
        return;
      case 'link-lost':
        this.link.cut();
        this.#repair(async () => this.link.mend());
        return;
    }
  }

  /** Something that was cut is not being served again yet: on a busy machine a new station takes its time, and nobody at the counter can hurry it. */
  get isBeingRepaired(): boolean {
    return this.#repairs > 0;
  }

  /** Resolves when all that was cut is being served again. */
  async whole(): Promise<void> {
    await this.#repairing;
  }

  /** Between two citizens: the reader is empty and nothing is prepared. */
  async tidy(): Promise<void> {
    this.onSheet = () => undefined;
    this.link.onPassing = () => Promise.resolve();
    this.slot.pull();
    for (const condition of ['media-jam', 'nothing-comes-out', 'offline'] as const) this.printer.queue(QUEUES.envelopes).clear(condition);
    this.envelopes.splice(0);
    await this.whole();
  }

  get envelopePrinter() {
    return this.printer.queue(QUEUES.envelopes);
  }

  async stopPrograms(): Promise<void> {
    for (const name of ['station', 'api', 'vault', 'database'] as const) await this.#running[name]?.stop();
  }

  async close(): Promise<void> {
    await this.tidy();
    await this.stopPrograms();
    const links = [this.link, ...Object.values(this.#tapped ?? {})].map((link) => link.close());
    await Promise.all([...links, this.slot.close(), this.printer.close()]);
    await rm(this.folder, { recursive: true, force: true });
  }

  private async takeFromTray({ queue, document, jobName }: PrintedDocument): Promise<void> {
    if (queue !== QUEUES.envelopes) return;
    await this.beforeSheet();
    this.envelopes.push({ ...(await readEnvelope(document)), controlNumber: jobName.replace(/\D/g, '') });
    void this.onSheet();
  }

  async #kill(name: 'station' | 'api', again: () => Promise<void>): Promise<void> {
    const running = this.#running[name];
    if (running?.pid === undefined) return;
    process.kill(running.pid, 'SIGKILL');
    await running.ended;
    this.#repair(again);
  }

  #repair(mend: () => Promise<void>): void {
    this.#repairs += 1;
    this.#repairing = this.#repairing
      .then(() => sleep(REPAIR_MS))
      .then(mend)
      .finally(() => void (this.#repairs -= 1));
  }

  #databaseUrl(role: string, database = 'sportello'): string {
    return `postgres://${role}:${this.data.databasePassword}@127.0.0.1:${this.#ports.database}/${database}`;
  }

  async #startDatabase(): Promise<void> {
    this.#running.database = await this.start({
      name: 'database',
      script: join(__dirname, '../../../tools/stack/database-server.mjs'),
      env: { DATABASE_DIR: this.data.database, DATABASE_PORT: String(this.#ports.database), DATABASE_PASSWORD: this.data.databasePassword },
      logDir: this.data.logs,
    });
  }

  async #setUp(serials: readonly number[]): Promise<void> {
    const [anchors, keys] = [join(this.folder, 'anchors'), join(this.folder, 'issuer-keys')];
    for (const path of [anchors, keys]) await mkdir(path, { mode: 0o700 });
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(this.ca.certificateDer).toString('base64')}\n-----END CERTIFICATE-----\n`;
    await writeFile(join(anchors, 'demo.test.pem'), pem);
    await writeFile(join(keys, 'issuer-master-1.hex'), ISSUER_MASTER_HEX, { mode: 0o600 });
    const desk = { code: 'MS-2', name: 'Sportello 2', place: 'Massa', body: 'Azienda sanitaria di esempio', kind: 'asl' };
    const provision = {
      bodies: [{ name: desk.body, kind: desk.kind }],
      desks: [desk],
      stations: [{ desk: desk.code, name: 'Postazione 1', enrolmentCode: 'KILL-TABLE-2345' }],
      operators: [
        { ...SIGN_IN, displayName: 'L. Bini', roles: ['operator'], desk: desk.code },
        { ...SUPERVISOR, displayName: 'C. Landi', roles: ['supervisor'], desk: desk.code },
        { ...HELP_DESK, displayName: 'I. Vanni', roles: ['help-desk'], desk: desk.code },
      ],
      sheets: [{ desk: desk.code, from: '000001', to: this.wishes.lastSheet ?? '009999' }],
      transportCodes: serials.filter((serial) => serial % 2 === 0).map((serial) => ({ idCarta: idCartaOf(serial), ...this.factoryOf(serial) })),
      cards: serials.filter((serial) => serial % 2 === 1).map((serial) => ({ idCarta: idCartaOf(serial), state: 'inactive' })),
    };
    const provisionFile = join(this.folder, 'provision.json');
    await writeFile(provisionFile, JSON.stringify(provision), { mode: 0o600 });
    await this.#api('keys');
    this.#vault = await this.tools.prepareVault(this.data, this.#ports.vault);
    this.#approvalCodes = await this.tools.registerPeople(this.data, this.#vault, [SIGN_IN.username, SUPERVISOR.username]);
    await this.#api('migrate');
    await this.#api('provision', provisionFile);
    // It has the factory's codes in clear: whoever brought it takes it away again.
    await rm(provisionFile);
  }

  get #envelopePrinterUri(): string {
    const uri = new URL(this.printer.uriOf(QUEUES.envelopes));
    if (this.#tapped) uri.port = String(this.#tapped.envelopes.port);
    return uri.href;
  }

  #apiEnvironment(): Record<string, string> {
    return {
      LOG_LEVEL: this.wishes.logLevel ?? 'info',
      ...this.wishes.environment,
      ...(this.wishes.pagesFrom && { UI_DIR: this.wishes.pagesFrom }),
      HOST: '127.0.0.1',
      PORT: String(this.#ports.api),
      PUBLIC_ORIGIN: this.url,
      INSTALLATION_KIND: 'rehearsal',
      SECOND_FACTOR: 'enrolled',
      DATABASE_URL: this.#databaseUrl('sportello'),
      DATABASE_OWNER_URL: this.#databaseUrl('postgres'),
      KEYS_DIR: this.data.keys,
      VAULT_PUBLIC_KEY_FILE: join(this.data.vault, 'public.json'),
      VAULT_URL: this.vaultUrl,
      TRUST_ANCHORS_DIR: join(this.folder, 'anchors'),
      ISSUER_KEYS_DIR: join(this.folder, 'issuer-keys'),
    };
  }

  #api(...args: readonly string[]): Promise<string> {
    return this.tools.run({ name: 'api', script: API, args, env: this.#apiEnvironment(), logDir: this.data.logs });
  }

  async #startVault(): Promise<void> {
    if (!this.#vault) throw new Error('no vault was prepared');
    this.#running.vault = await this.start({ name: 'vault', script: this.#vault.script, args: ['serve'], env: { ...this.#vault.env, VAULT_REWRAPS_PER_DAY: '1000', ...(this.wishes.logLevel && { LOG_LEVEL: this.wishes.logLevel }) }, logDir: this.data.logs });
  }

  /** What the vault's administrator does for a station that was enrolled. */
  async #certify(): Promise<void> {
    if (this.#vault) await this.tools.certifyStation(this.data, this.#vault, this.stationDir);
  }

  /** Of the station that is there now. */
  get stationDir(): string {
    return `${this.data.station}-${this.#stations}`;
  }

  /** What the station at the counter shows; nothing while there is none, or before it has told the API. */
  async stationCode(): Promise<string | undefined> {
    if (this.#isStationComing) return undefined;
    return readFile(join(this.stationDir, 'station-code'), 'utf8').catch(() => undefined);
  }

  /** The PC is gone with all that was on it; another one is put in its place, with a name and keys of its own. */
  async #replaceStation(): Promise<void> {
    this.#isStationComing = true;
    await rm(this.stationDir, { recursive: true });
    this.#stations += 1;
    const [file, enrolmentCode] = [join(this.folder, 'replacement.json'), `KILL-TABLE-${2345 + this.#stations}`];
    const name = `Postazione ${this.#stations}`;
    // Its printer gets a box of its own.
    const box = { from: String(10_000 + this.#stations * 100).padStart(6, '0'), to: String(10_099 + this.#stations * 100).padStart(6, '0') };
    const replacement = { stations: [{ desk: 'MS-2', name, enrolmentCode }], sheets: [{ desk: 'MS-2', station: name, ...box }] };
    await writeFile(file, JSON.stringify(replacement), { mode: 0o600 });
    await this.#api('provision', file);
    await this.#startStation(enrolmentCode);
    await this.#certify();
    this.#isStationComing = false;
  }

  async #startApi(): Promise<void> {
    this.#running.api = await this.start({ name: 'api', script: API, args: ['serve'], env: this.#apiEnvironment(), logDir: this.data.logs, cwd: this.folder });
  }

  /** Ready when it is linked; after a cut nobody waits for that. */
  async #startStation(enrolmentCode?: string): Promise<void> {
    this.#running.station = await this.start({
      name: 'station',
      script: STATION,
      env: {
        SERVER_URL: `http://127.0.0.1:${this.link.port}`,
        STATION_DIR: this.stationDir,
        READER: `network:127.0.0.1:${this.slot.port}`,
        ENVELOPE_PRINTER: this.#envelopePrinterUri,
        FORM_PRINTER: this.printer.uriOf(QUEUES.forms),
        ADAPTERS_ARE_TEST: 'true',
        ...(this.wishes.logLevel && { LOG_LEVEL: this.wishes.logLevel }),
        ...this.wishes.environment,
        COMMAND_DEADLINE_MS: SHORT_DEADLINE_MS,
        ...(enrolmentCode === undefined ? {} : { ENROLMENT_CODE: enrolmentCode }),
      },
      logDir: this.data.logs,
      cwd: this.folder,
    });
  }
}

const API = join(__dirname, '../../../apps/api/dist/main.js');
const STATION = join(__dirname, '../../../apps/desk-agent/dist/main.js');

/** proc_pid_task(5). */
export async function childrenOf(pid: number | undefined): Promise<readonly number[]> {
  if (pid === undefined) return [];
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}
