// SPDX-License-Identifier: AGPL-3.0-or-later
/** The whole rehearsal: database, outside world, vault, API with the page, one station. Shared by `npm start`, `npm run demo`, the tests and the benches. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from '../install/ensure.mjs';
import { isPassable } from './data-folder.mjs';
import { admitCard } from './card-at-hand.mjs';
import { openDatabase } from './database.mjs';
import { freePort, isFree } from './ports.mjs';
import { run, start } from './processes.mjs';
import { certifyStation, prepareVault, registerPeople } from './vault.mjs';

/**
 * @typedef {{ username: string, password: string, displayName: string, role: string, isInTraining?: boolean }} SignIn
 * @typedef {{ issuerKeysDir: string, trustAnchorsDir: string, authority: { certificate: string, deskKey: string, deskCertificate: string }, selfCheck: { key: string, certificate: string }, provisionFile: string, enrolmentCode: string, signIns: SignIn[] }} Prepared what rehearsal's `prepare` says
 */

const app = (/** @type {string} */ name) => join(root, 'apps', name, 'dist', 'main.js');

/** Where vpcd's first reader waits for a card. */
const VPCD = '127.0.0.1:35963';

/**
 * `reader`: what the station reads the cards with. Through PC/SC it finds them in vpcd's first reader, of a pcscd that runs already.
 * `atHand`: a card that nobody here made, in the PC/SC reader that it names; the rehearsal then brings printers and paper, and none of its cards.
 * `api`: what the API's environment says besides.
 * @param {{ data: import('./data-folder.mjs').DataFolder, api?: Record<string, string>, atHand?: import('./card-at-hand.mjs').CardAtHand | null, ports?: { desk: number, rehearsal: number, selfCheck?: number }, reader?: 'network' | 'pcsc', say?: (line: string) => void, logLevel?: string }} options
 */
export async function startStack({ data, api = {}, atHand = null, ports, reader = 'network', say = () => undefined, logLevel = 'info' }) {
  const deskPort = ports?.desk ?? (await freePort());
  const rehearsalPort = ports?.rehearsal ?? (await freePort());
  const selfCheckPort = ports?.selfCheck ?? (await freePort());
  for (const port of [deskPort, rehearsalPort, selfCheckPort]) {
    if (!(await isFree(port))) fail(`Port ${port} is taken by another program. Stop that program, or choose others with SPORTELLO_PORT, SPORTELLO_REHEARSAL_PORT and SPORTELLO_SELF_CHECK_PORT.`);
  }
  if (!process.env.DATABASE_URL && process.getuid?.() === 0 && !isPassable(root)) {
    fail(`PostgreSQL does not run as root, and its user cannot enter ${root}. Move the clone to a folder that others may enter, or set DATABASE_URL.`);
  }
  const deskUrl = `http://localhost:${deskPort}`;
  const selfCheckUrl = `https://localhost:${selfCheckPort}`;
  /** @type {import('./processes.mjs').Running[]} */
  const running = [];
  const stop = async () => {
    for (const program of [...running].reverse()) await program.stop();
  };
  const launch = async (/** @type {Parameters<typeof start>[0]} */ program) => {
    const started = await start(program);
    running.push(started);
    return started;
  };
  const logDir = data.logs;
  const common = { LOG_LEVEL: logLevel };

  try {
    say('Starting the database …');
    const database = await openDatabase(data, launch);
    /** @type {Prepared} */
    const prepared = JSON.parse(lastLine(await run({ name: 'prepare', script: app('rehearsal'), args: ['prepare'], env: { ...common, DATA_DIR: data.rehearsal }, logDir })));
    const deckProvision = join(data.rehearsal, prepared.provisionFile);
    const admitted = atHand ? admitCard(atHand, data.path, deckProvision) : { env: {}, provisionFile: deckProvision };
    const [vaultPort, authorityPort] = [await freePort(), await freePort()];
    const authority = `http://127.0.0.1:${authorityPort}`;
    const apiEnv = {
      ...common,
      HOST: '127.0.0.1',
      PORT: String(deskPort),
      PUBLIC_ORIGIN: deskUrl,
      INSTALLATION_KIND: 'rehearsal',
      SECOND_FACTOR: 'enrolled',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      KEYS_DIR: data.keys,
      VAULT_PUBLIC_KEY_FILE: join(data.vault, 'public.json'),
      VAULT_URL: `http://127.0.0.1:${vaultPort}`,
      ISSUER_KEYS_DIR: join(data.rehearsal, prepared.issuerKeysDir),
      TRUST_ANCHORS_DIR: join(data.rehearsal, prepared.trustAnchorsDir),
      AUTHORITY_KIND: 'cmp',
      AUTHORITY_CMP_URL: `${authority}/cmp`,
      AUTHORITY_CERTIFICATE_FILE: join(data.rehearsal, prepared.authority.certificate),
      AUTHORITY_CLIENT_KEY_FILE: join(data.rehearsal, prepared.authority.deskKey),
      AUTHORITY_CLIENT_CERTIFICATE_FILE: join(data.rehearsal, prepared.authority.deskCertificate),
      OCSP_URL: `${authority}/ocsp`,
      CARD_ISSUER_CERTIFICATE_FILE: join(data.rehearsal, prepared.authority.certificate),
      SELF_CHECK_PORT: String(selfCheckPort),
      SELF_CHECK_URL: selfCheckUrl,
      SELF_CHECK_KEY_FILE: join(data.rehearsal, prepared.selfCheck.key),
      SELF_CHECK_CERTIFICATE_FILE: join(data.rehearsal, prepared.selfCheck.certificate),
      // Where nothing is real, whoever learns works alone.
      TRAINEES_DELIVER: 'freely',
      UI_DIR: join(root, 'apps', 'desk-ui', 'dist', 'browser'),
      ...admitted.env,
      ...api,
    };
    const provisionWith = (/** @type {string} */ file) => run({ name: 'api', script: app('api'), args: ['provision', file], env: apiEnv, logDir });
    say('Preparing keys, tables and the demo desk …');
    await run({ name: 'api', script: app('api'), args: ['keys'], env: apiEnv, logDir });
    const vault = await prepareVault(data, vaultPort);
    const approvalCodes = await registerPeople(data, vault, prepared.signIns.filter(({ role }) => role === 'operator' || role === 'supervisor').map(({ username }) => username));
    await run({ name: 'api', script: app('api'), args: ['migrate'], env: apiEnv, logDir });
    await provisionWith(admitted.provisionFile);

    say('Starting the vault, the API, the outside world and the station …');
    const [, , world] = await Promise.all([
      launch({ name: 'vault', script: vault.script, args: ['serve'], env: { ...common, ...vault.env }, logDir }),
      launch({ name: 'api', script: app('api'), args: ['serve'], env: apiEnv, logDir }),
      launch({ name: 'rehearsal', script: app('rehearsal'), args: ['serve'], env: { ...common, DATA_DIR: data.rehearsal, PORT: String(rehearsalPort), CARD_SLOT: reader === 'pcsc' ? `vpcd:${VPCD}` : 'network', CARD_PORT: '0', PRINTER_PORT: '0', AUTHORITY_PORT: String(authorityPort), DESK_URL: deskUrl, SELF_CHECK_URL: selfCheckUrl }, logDir }),
    ]);
    const { cardPort, secondCardPort, printers, url: rehearsalUrl } = world.ready;
    const station = await launch({
      name: 'station',
      script: app('desk-agent'),
      env: {
        ...common,
        SERVER_URL: deskUrl,
        STATION_DIR: data.station,
        ENROLMENT_CODE: prepared.enrolmentCode,
        READER: atHand ? pcscReader(atHand.readerName) : reader === 'pcsc' ? pcscReader('Virtual PCD 00 00') : `network:127.0.0.1:${cardPort}`,
        ...(atHand || reader === 'pcsc' ? {} : { OPERATOR_READER: `network:127.0.0.1:${secondCardPort}` }),
        ENVELOPE_PRINTER: atHand?.printer ?? printers.buste,
        FORM_PRINTER: printers.moduli,
        ENVELOPE_STATIONERY: 'plain-paper',
        ADAPTERS_ARE_TEST: 'true',
      },
      logDir,
    });
    await certifyStation(data, vault, data.station);
    /** The register learns of a card that its issuer calls inactive. @param {string} idCarta */
    const listInactive = async (idCarta) => {
      const file = join(data.path, 'provision-listed.json');
      writeFileSync(file, JSON.stringify({ cards: [{ idCarta, state: 'inactive' }] }), { mode: 0o600 });
      await provisionWith(file);
    };
    return { deskUrl, rehearsalUrl, selfCheckUrl, authorityUrl: authority, signIns: prepared.signIns, approvalCodes, vault, running, station, stop, listInactive, databaseUrl: database.ownerUrl };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without a name: the only reader that PC/SC lists. @param {string | null} name */
function pcscReader(name) {
  return name === null ? 'pcsc' : `pcsc:${name}`;
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
