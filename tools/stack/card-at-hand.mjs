// SPDX-License-Identifier: AGPL-3.0-or-later
/** A card that lies in a PC/SC reader of this computer and that nobody here made: what its activation needs, all of it from whoever brings the card. */
import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from '../install/ensure.mjs';

/**
 * @typedef {{ idCarta: string, pin: string, puk: string }} TransportCodes
 * @typedef {{ method: 'transport-codes', codes: TransportCodes[] } | { method: 'issuer-auth', master: string }} Authority by what the card lets itself be written
 * @typedef {{ readerName: string | null, trust: string, authority: Authority, printer: string | null }} CardAtHand `trust`: the PEM text of the authority that issued the card; `printer`: where the envelope is printed, null for the rehearsal's own
 */

const USAGE = 'npm run demo -- --reader pcsc [--reader-name NAME] (--transport-codes FILE.csv | --issuer-master FILE.hex) --trust CA.pem [--printer URI]';
const HEADER = 'id_carta,pin,puk';
const ROW = /^(\d{16}),(\d{5,8}),(\d{8})$/;
const MASTER_KEY = /^[0-9A-Fa-f]{64}$/;

/** What the command line says of the card at hand; null when it names no reader, and the demo is rehearsal's own. @param {readonly string[]} args @returns {CardAtHand | null} */
export function readCardAtHand(args) {
  if (!args.some((arg) => arg === '--reader' || arg.startsWith('--reader='))) return null;
  const { reader, trust, printer, 'reader-name': readerName, 'transport-codes': codesFile, 'issuer-master': masterFile } = valuesOf(args);
  if (reader !== 'pcsc') fail('--reader takes pcsc: a demo without it brings its own reader.');
  if (trust === undefined || (codesFile === undefined) === (masterFile === undefined)) fail(`A card of one's own takes the certificate of its authority, and either its transport codes or its issuer's master key: ${USAGE}`);
  return {
    readerName: readerName ?? null,
    trust: certificateIn(trust),
    authority: codesFile === undefined ? { method: 'issuer-auth', master: masterKeyIn(String(masterFile)) } : { method: 'transport-codes', codes: codesIn(codesFile) },
    printer: printer ?? null,
  };
}

/**
 * Makes the run know the card and nothing of the rehearsal's own cards: the variables of its API, and its provision file with neither codes nor cards of the deck.
 * @param {CardAtHand} atHand @param {string} folder @param {string} deckProvision the file with which the rehearsal's own cards would come
 */
export function admitCard({ trust, authority }, folder, deckProvision) {
  const [anchors, keys, provisionFile] = [join(folder, 'trust'), join(folder, 'issuer-keys'), join(folder, 'provision-card-at-hand.json')];
  for (const path of [anchors, keys]) mkdirSync(path, { mode: 0o700 });
  // The end of the name marks a test anchor: every page says so.
  writeFileSync(join(anchors, 'card-at-hand.test.pem'), trust, { mode: 0o600 });
  const codes = authority.method === 'transport-codes' ? authority.codes : [];
  writeFileSync(provisionFile, JSON.stringify({ ...JSON.parse(readFileSync(deckProvision, 'utf8')), transportCodes: codes, cards: [] }), { mode: 0o600 });
  const env = { TRUST_ANCHORS_DIR: anchors, ACTIVATION_METHODS: `*=${authority.method}` };
  if (authority.method === 'transport-codes') return { env: { ...env, ISSUER_KEYS_DIR: '' }, provisionFile };
  writeFileSync(join(keys, 'issuer-master-1.hex'), `${authority.master}\n`, { mode: 0o600 });
  return { env: { ...env, ISSUER_KEYS_DIR: keys }, provisionFile };
}

/** @param {readonly string[]} args */
function valuesOf(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({ args: [...args], options: { reader: text, 'reader-name': text, trust: text, printer: text, 'transport-codes': text, 'issuer-master': text } }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}

/** @param {string} file */
function certificateIn(file) {
  const pem = textOf('--trust', file);
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    return fail(`--trust: ${file} holds no certificate in PEM.`);
  }
}

/** @param {string} file */
function masterKeyIn(file) {
  const hex = textOf('--issuer-master', file).trim();
  return MASTER_KEY.test(hex) ? hex : fail(`--issuer-master: ${file} holds no key of 32 bytes in hex.`);
}

/** @param {string} file @returns {TransportCodes[]} */
function codesIn(file) {
  const [header, ...rows] = textOf('--transport-codes', file).trim().split(/\r?\n/);
  if (header?.trim() !== HEADER) fail(`--transport-codes: the first line of ${file} is not ${HEADER}.`);
  return rows.map((row, index) => {
    const [, idCarta, pin, puk] = ROW.exec(row.trim()) ?? [];
    // The line itself would show the codes.
    if (!idCarta || !pin || !puk) return fail(`--transport-codes: line ${index + 2} of ${file} is not an ID_Carta of 16 digits, a PIN of 5 to 8 and a PUK of 8.`);
    return { idCarta, pin, puk };
  });
}

/** @param {string} flag @param {string} file */
function textOf(flag, file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fail(`${flag}: ${file} cannot be read.`);
  }
}
