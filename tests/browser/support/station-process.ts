// SPDX-License-Identifier: AGPL-3.0-or-later
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../../../tools/stack/data-folder.mjs';
import type { Running } from '../../../tools/stack/processes.mjs';
import type { PreparedVault } from '../../../tools/stack/vault.mjs';

/** What rehearsal's world says of itself when it is ready. */
interface World {
  readonly cardPort: number;
  readonly secondCardPort: number;
  readonly printers: { readonly buste: string; readonly moduli: string };
}

interface RunningStack {
  readonly deskUrl: string;
  readonly station: Running;
  readonly running: readonly Running[];
  readonly databaseUrl: string;
  readonly vault: PreparedVault;
}

/** The station's program on the counter's PC, under what stands for the system's service manager: when it ends it is started again, enrolled as it is. */
export class StationProcess {
  #current: Promise<Running>;
  #pid: number | undefined;
  #isReleased = false;
  #stationDir: string;

  constructor(
    private readonly stack: RunningStack,
    private readonly data: DataFolder,
  ) {
    this.#stationDir = data.station;
    this.#current = Promise.resolve(stack.station);
    this.#watch(stack.station);
  }

  /** It hears nothing and says nothing, and its connections stay open. */
  freeze(): void {
    this.#signal('SIGSTOP');
  }

  thaw(): void {
    this.#signal('SIGCONT');
  }

  /** Without any time to tidy up. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  /** The PC is stolen, with all that was on it. Another one is put in its place under the old name, enrolled and certified anew. */
  async lose(): Promise<void> {
    this.#isReleased = true;
    this.kill();
    await (await this.#current).ended;
    await rm(this.#stationDir, { recursive: true });
    const [{ run }, { certifyStation }] = await Promise.all([import('../../../tools/stack/processes.mjs'), import('../../../tools/stack/vault.mjs')]);
    const env = { DATABASE_URL: this.stack.databaseUrl, KEYS_DIR: this.data.keys, INSTALLATION_KIND: 'rehearsal' };
    const told = await run({ name: 'api', script: join(__dirname, '../../../apps/api/dist/main.js'), args: ['enrolment-code', 'MS-2/Postazione 1'], env, logDir: this.data.logs });
    this.#stationDir = `${this.#stationDir}-anew`;
    this.#isReleased = false;
    this.#current = this.#startAgain({ ENROLMENT_CODE: /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/.exec(told)?.[0] ?? '' });
    await this.#current;
    await certifyStation(this.data, this.stack.vault, this.#stationDir);
  }

  /** Stops it for good. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await (await this.#current).stop();
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#pid === undefined) throw new Error('the station does not run');
    process.kill(this.#pid, signal);
  }

  #watch({ pid, ended }: Running): void {
    this.#pid = pid;
    void ended.then(() => {
      this.#pid = undefined;
      if (!this.#isReleased) this.#current = this.#startAgain();
    });
  }

  async #startAgain(env: Readonly<Record<string, string>> = {}): Promise<Running> {
    const { start } = await import('../../../tools/stack/processes.mjs');
    const { cardPort, secondCardPort, printers } = this.#world();
    const started = await start({
      name: 'station',
      script: join(__dirname, '../../../apps/desk-agent/dist/main.js'),
      env: {
        SERVER_URL: this.stack.deskUrl,
        STATION_DIR: this.#stationDir,
        ...env,
        READER: `network:127.0.0.1:${String(cardPort)}`,
        OPERATOR_READER: `network:127.0.0.1:${String(secondCardPort)}`,
        ENVELOPE_PRINTER: printers.buste,
        FORM_PRINTER: printers.moduli,
        ADAPTERS_ARE_TEST: 'true',
      },
      logDir: this.data.logs,
    });
    this.#watch(started);
    return started;
  }

  #world(): World {
    const world = this.stack.running.find(({ name }) => name === 'rehearsal');
    if (!world) throw new Error('the outside world does not run');
    return world.ready as unknown as World;
  }
}
