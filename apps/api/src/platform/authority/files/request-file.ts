// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson } from '@sportello/seal';
import * as z from 'zod';
import type { RevocationRequest } from '../revocation-authority';

/** What is asked, in one canonical line of JSON (RFC 8785): the same request is the same bytes. */
export const requestText = ({ certificate, reason, transactionId, at }: RevocationRequest): string =>
  canonicalJson({
    format: 'sportello-revocation-request-1',
    transactionId,
    issuer: Buffer.from(certificate.issuer).toString('base64'),
    serial: certificate.serial,
    reason,
    invalidityDate: at.toISOString(),
  });

/** What the authority's people write back, signed by the authority. */
export const AnswerText = z.strictObject({
  format: z.literal('sportello-revocation-answer-1'),
  transactionId: z.string(),
  serial: z.string(),
  result: z.enum(['accepted', 'already-revoked', 'rejected']),
  reason: z.string().max(500).default(''),
});
