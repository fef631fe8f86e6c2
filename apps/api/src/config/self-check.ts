// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { StartRefused } from './environment';
import type { ServeEnvironment } from './settings';

type Variables = Pick<ServeEnvironment, 'SELF_CHECK_PORT' | 'SELF_CHECK_HOST' | 'SELF_CHECK_URL' | 'SELF_CHECK_KEY_FILE' | 'SELF_CHECK_CERTIFICATE_FILE' | 'SELF_CHECK_TLS'>;

export interface SelfCheckSettings {
  readonly host: string;
  readonly port: number;
  /** Where browsers reach it. */
  readonly url: string;
  /** PEM, the certificate with those above it. */
  readonly key: string;
  readonly certificate: string;
  readonly newestTls: 'TLSv1.2' | 'TLSv1.3';
}

const NEEDED = ['SELF_CHECK_PORT', 'SELF_CHECK_URL', 'SELF_CHECK_KEY_FILE', 'SELF_CHECK_CERTIFICATE_FILE'] as const;

/**
 * Where a citizen looks whether their card works; null: nowhere.
 *
 * @throws StartRefused when it is told in part, or key and certificate do not go together.
 */
export async function readSelfCheck(variables: Variables): Promise<SelfCheckSettings | null> {
  const { SELF_CHECK_PORT: port, SELF_CHECK_HOST: host, SELF_CHECK_URL: url, SELF_CHECK_KEY_FILE: keyFile, SELF_CHECK_CERTIFICATE_FILE: certificateFile, SELF_CHECK_TLS: tls } = variables;
  if (NEEDED.every((name) => variables[name] === undefined)) return null;
  if (port === undefined || url === undefined || keyFile === undefined || certificateFile === undefined) {
    const missing = NEEDED.filter((name) => variables[name] === undefined);
    throw new StartRefused(`The configuration is not right: the self-check page needs ${NEEDED.join(', ')}, all or none; ${missing.join(', ')} is missing.`);
  }
  const [key, certificate] = await Promise.all([textOf(keyFile, 'SELF_CHECK_KEY_FILE'), textOf(certificateFile, 'SELF_CHECK_CERTIFICATE_FILE')]);
  if (!goTogether(key, certificate)) throw new StartRefused('SELF_CHECK_KEY_FILE and SELF_CHECK_CERTIFICATE_FILE name no key and its certificate (PEM).');
  return { host, port, url, key, certificate, newestTls: `TLSv${tls}` };
}

function goTogether(key: string, certificate: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    // OpenSSL's own words may quote the file.
    return false;
  }
}

async function textOf(file: string, name: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new StartRefused(`${name} names a file that cannot be read.`);
  return text;
}
