// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';

const nonceLength = 16;

/** A nonce that never comes twice: two messages of the same second and content still have two signature bases. */
export const freshNonce = (): string => randomBytes(nonceLength).toString('base64url');
