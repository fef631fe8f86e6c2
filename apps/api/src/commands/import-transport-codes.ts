// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import { type KeyObject, createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { StartRefused, readEnvironment } from '../config/environment';
import { type ImportRefusal, ImportTransportCodes } from '../features/provisioning/import-transport-codes';
import { type EnvelopeRefusal, openEnvelopedFile } from '../features/provisioning/open-enveloped-file';
import type { LineComplaint } from '../features/provisioning/transport-codes-file';
import { readSetUpKeys } from '../platform/keys/key-folder';
import { SystemRandomness } from '../platform/ports/randomness';
import { withDatabase } from './with-database';

const DRY_RUN = '--dry-run';
const SMALLEST_KEY_BITS = 2_048;
const MOST_LINES_SHOWN = 50;

const ENVELOPE_SENTENCES: Readonly<Record<EnvelopeRefusal['kind'], string>> = {
  'not-enveloped-data': 'is no CMS EnvelopedData (RFC 5652), in DER or PEM',
  'cipher-not-supported': 'is not encrypted with AES in CBC mode',
  'not-for-this-key': 'was not encrypted for the key in TRANSPORT_FILE_KEY_FILE, or was altered',
};

const LINE_SENTENCES: Readonly<Record<LineComplaint['kind'], string>> = {
  'not-three-fields': 'is not id_carta,pin,puk',
  'id-carta': 'the ID_Carta is not 16 digits',
  pin: 'the PIN is not 5 to 8 digits',
  puk: 'the PUK is not 8 digits',
  twice: 'the card stands on an earlier line too',
  'not-inactive': 'the card was taken into use already',
  'other-codes': 'the card has other codes here',
};

/** Takes in the manufacturer's encrypted file of transport codes; with `--dry-run` it is only judged. */
export async function importTransportCodes(args: readonly string[]): Promise<void> {
  const [path, ...more] = args.filter((each) => each !== DRY_RUN);
  if (path === undefined || more.length > 0) throw new StartRefused(`Which file? For example: import-transport-codes codes.cms ${DRY_RUN}`);
  const { TRANSPORT_FILE_KEY_FILE, KEYS_DIR } = readEnvironment(['TRANSPORT_FILE_KEY_FILE', 'KEYS_DIR'], process.env);
  const [fileKey, keys] = await Promise.all([readFileKey(TRANSPORT_FILE_KEY_FILE), readSetUpKeys(KEYS_DIR)]);
  const file = await readFile(path).catch(() => {
    throw new StartRefused(`The file ${path} cannot be read.`);
  });
  const opened = openEnvelopedFile(file, fileKey);
  if (!opened.ok) throw new StartRefused(`The file ${path} ${ENVELOPE_SENTENCES[opened.refusal.kind]}.`);
  const isDryRun = args.includes(DRY_RUN);
  try {
    await withDatabase(isDryRun ? `import-transport-codes ${DRY_RUN}` : 'import-transport-codes', async (unitOfWork, log) => {
      const outcome = await new ImportTransportCodes(unitOfWork, keys, new SystemRandomness()).run(opened.value, { isDryRun });
      if (!outcome.ok) throw new StartRefused(`Nothing was imported from ${path}: ${sentenceOf(outcome.refusal)}`);
      log.info(isDryRun ? 'transport codes judged, nothing written' : 'transport codes imported', { ...outcome.value });
    });
  } finally {
    opened.value.fill(0);
  }
}

function sentenceOf(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case 'no-cards':
      return 'it holds no card.';
    case 'lines': {
      const lines = refusal.complaints.slice(0, MOST_LINES_SHOWN).map(({ line, kind }) => `\n  line ${line}: ${LINE_SENTENCES[kind]}`);
      const hidden = refusal.complaints.length - lines.length;
      return `${lines.join('')}${hidden > 0 ? `\n  and ${hidden} more` : ''}`;
    }
    default:
      return assertNever(refusal);
  }
}

async function readFileKey(path: string): Promise<KeyObject> {
  const found = await stat(path).catch(() => {
    throw new StartRefused('TRANSPORT_FILE_KEY_FILE names a file that is not there.');
  });
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) throw new StartRefused(`The key file ${path} can be read by others: give it mode 0600.`);
  const pem = await readFile(path);
  try {
    const key = createPrivateKey({ key: pem, format: 'pem' });
    if (key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_KEY_BITS) return key;
  } catch {
    // Node's message would quote what it found; the sentence below says what is wanted.
  } finally {
    pem.fill(0);
  }
  throw new StartRefused(`The key file ${path} holds no RSA private key of ${SMALLEST_KEY_BITS} bits or more (PKCS #8, PEM).`);
}
