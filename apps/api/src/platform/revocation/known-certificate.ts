// SPDX-License-Identifier: AGPL-3.0-or-later
import { type LocalDate, localDateAt } from '@sportello/domain';
import { X509Certificate } from 'node:crypto';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { KnownCard } from './card-to-revoke.repository';
import { certificateIdOf } from './certificate-id-of';

export type CertificateColumns = Pick<RevocationRequestRow, 'certificateIssuer' | 'certificateSerial' | 'certificateExpiresOn'>;

/** None is known, or none is taken. */
export const NO_CERTIFICATE: CertificateColumns = { certificateIssuer: null, certificateSerial: null, certificateExpiresOn: null };

export interface KnownCertificate extends CertificateColumns {
  readonly certificateIssuer: Buffer;
  readonly certificateSerial: string;
  readonly certificateExpiresOn: LocalDate;
}

/** What a request keeps of a card's certificate. */
export function certificateOf({ certificate }: Pick<KnownCard, 'certificate'>): KnownCertificate | undefined {
  if (certificate === null) return undefined;
  const { issuer, serial } = certificateIdOf(certificate);
  return { certificateIssuer: Buffer.from(issuer), certificateSerial: serial, certificateExpiresOn: localDateAt(new X509Certificate(certificate).validToDate) };
}
