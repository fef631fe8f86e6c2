// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

/** The `Content-Digest` field of a body (RFC 9530 §2); an absent body has the digest of no bytes. */
export const contentDigest = (body: Uint8Array | string | undefined): string =>
  `sha-256=:${createHash('sha256').update(body ?? '').digest('base64')}:`;
