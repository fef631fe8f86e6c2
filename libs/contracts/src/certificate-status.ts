// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';
import { Instant } from './primitives';

/** What CRL and OCSP say of a certificate; `not-checked` when neither answered, and never a guess. */
export const CertificateStatusView = z
  .object({ status: z.enum(['good', 'revoked', 'suspended', 'unknown', 'not-checked']), by: z.enum(['crl', 'ocsp']).nullable(), checkedAt: Instant.nullable(), revokedAt: Instant.nullable() })
  .meta({ id: 'CertificateStatus' });
export type CertificateStatusView = z.infer<typeof CertificateStatusView>;
