// SPDX-License-Identifier: AGPL-3.0-or-later
import { X509Certificate } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';

/** The certification authorities whose cards are believed. */
export abstract class TrustAnchors {
  abstract readonly certificates: readonly Uint8Array[];
  /** One of them is a test's: every page says so. */
  abstract readonly isTest: boolean;
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** @throws StartRefused when the folder cannot be read, holds no certificate, or one that cannot be parsed. */
export async function readTrustAnchors(folder: string): Promise<TrustAnchors> {
  const names = await readdir(folder).catch(() => {
    throw new StartRefused('TRUST_ANCHORS_DIR names a folder that cannot be read.');
  });
  const files = names.filter((name) => name.endsWith('.pem')).sort();
  const certificates = (await Promise.all(files.map((name) => certificatesIn(join(folder, name))))).flat();
  if (certificates.length === 0) throw new StartRefused('The folder named by TRUST_ANCHORS_DIR holds no certificate (*.pem).');
  return { certificates, isTest: files.some((name) => name.endsWith('.test.pem')) };
}

async function certificatesIn(path: string): Promise<readonly Uint8Array[]> {
  const blocks = (await readFile(path, 'utf8')).match(PEM_BLOCK) ?? [];
  try {
    return blocks.map((pem) => Uint8Array.from(new X509Certificate(pem).raw));
  } catch {
    // OpenSSL's own words would add nothing for who has to mend the file.
    throw new StartRefused(`The trust anchor ${path} holds a certificate that cannot be parsed.`);
  }
}
