// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseAs } from '../parse-as';
import { checkSignature } from '../signature-check';
import { subjectOf } from '../names';
import { id_ce_issuingDistributionPoint, IssuingDistributionPoint } from '@peculiar/asn1-x509';
import type { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CLOCK_SKEW_MS, type NotChecked } from './certificate-status';
import type { ReadCrl } from './read-crl.mjs';

const WORKER = join(__dirname, 'crl-worker.mjs');
const PATIENCE_MS = 60_000;
const MEMORY_MEGABYTES = 1_024;
const SERIAL_BYTES = 20;

/** The list of an authority, as flat arrays: half a million entries are some twelve megabytes. */
export interface RevokedList {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly size: number;
  /** @param serial hex */
  find(serial: string): { readonly at: Date; readonly reason: number } | undefined;
}

/** The authority's whole and current list (RFC 5280 §5, §6.3.3), read on a thread of its own. */
export async function readRevokedList(der: Uint8Array, { issuer, now }: { readonly issuer: X509Certificate; readonly now: Date }): Promise<RevokedList | NotChecked> {
  const crl = await readOnThread(der);
  if (!crl) return 'unreadable';
  const isSigned = await checkSignature({ bytes: crl.signed, signature: crl.signature, algorithm: crl.algorithm }, issuer);
  if (isSigned !== 'yes') return isSigned === 'no' ? 'signature-invalid' : isSigned;
  if (!subjectOf(issuer).equals(crl.issuer)) return 'other-issuer';
  if (crl.hasCriticalEntry || !crl.extensions.every(isUnderstood)) return 'list-not-whole';
  if (crl.nextUpdate === null || crl.thisUpdate > now.getTime() + CLOCK_SKEW_MS || crl.nextUpdate < now.getTime() - CLOCK_SKEW_MS) return 'not-current';
  return { thisUpdate: new Date(crl.thisUpdate), nextUpdate: new Date(crl.nextUpdate), size: crl.revokedAt.length, find: finder(crl) };
}

/** What is critical and not known must not be passed over (RFC 5280 §5.2). A list of all the authority's certificates for persons is whole for us. */
const isUnderstood = ({ id, isCritical, value }: ReadCrl['extensions'][number]): boolean => {
  if (id !== id_ce_issuingDistributionPoint) return !isCritical;
  const point = parseAs(value, IssuingDistributionPoint);
  return point !== undefined && !point.distributionPoint && !point.onlyContainsCACerts && !point.onlyContainsAttributeCerts && !point.indirectCRL && !point.onlySomeReasons;
};

const finder = ({ serials, revokedAt, reasons }: ReadCrl): RevokedList['find'] => {
  const bytes = Buffer.from(serials.buffer, serials.byteOffset, serials.length);
  return (serial) => {
    const wanted = Buffer.from(BigInt(`0x${serial}`).toString(16).padStart(SERIAL_BYTES * 2, '0'), 'hex');
    let [low, high] = [0, revokedAt.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = bytes.compare(wanted, 0, wanted.length, middle * SERIAL_BYTES, (middle + 1) * SERIAL_BYTES);
      if (order === 0) return { at: new Date((revokedAt[middle] ?? 0) * 1000), reason: reasons[middle] ?? 0 };
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
};

function readOnThread(der: Uint8Array): Promise<ReadCrl | undefined> {
  return new Promise((resolve) => {
    const bytes = Uint8Array.from(der);
    const worker = new Worker(WORKER, { workerData: bytes, transferList: [bytes.buffer], env: {}, execArgv: [], stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES } });
    const end = (crl?: ReadCrl): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(crl);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    worker.once('message', end);
    worker.once('error', () => end());
    worker.once('exit', () => end());
  });
}
