// SPDX-License-Identifier: AGPL-3.0-or-later
import { stampingCertificateIn } from '@sportello/seal';
import { readFile } from 'node:fs/promises';
import type { TimeStampAuthority } from '../platform/audit/ask-authority';
import { StartRefused } from './environment';
import type { ServeEnvironment } from './settings';

type Variables = Pick<ServeEnvironment, 'TSA_URL' | 'TSA_CERTIFICATE_FILE' | 'TSA_POLICY' | 'TSA_INTERVAL_HOURS'>;

/**
 * Who stamps the log; null: nobody.
 *
 * @throws StartRefused when it is told in part, or its file holds no certificate that may stamp.
 */
export async function readTimeStamps({ TSA_URL: url, TSA_CERTIFICATE_FILE: file, TSA_POLICY: policy, TSA_INTERVAL_HOURS: intervalHours }: Variables): Promise<TimeStampAuthority | null> {
  if (url === undefined && file === undefined && policy === undefined) return null;
  if (url === undefined || file === undefined) throw new StartRefused('The configuration is not right: time stamps need TSA_URL and TSA_CERTIFICATE_FILE, or neither of them and no TSA_POLICY.');
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) throw new StartRefused('TSA_CERTIFICATE_FILE names a file that cannot be read.');
  const certificate = stampingCertificateIn(bytes);
  if (!certificate) throw new StartRefused('TSA_CERTIFICATE_FILE names a file without a certificate for stamping times, and nothing else (RFC 3161, 2.3).');
  return { url, certificate, policy: policy ?? null, intervalHours };
}
