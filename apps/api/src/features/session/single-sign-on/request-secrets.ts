// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createHmac } from 'node:crypto';
import type { Randomness } from '../../../platform/ports/randomness';
import type { RequestSecrets } from '../../../platform/single-sign-on/identity-provider';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function newToken(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(TOKEN_BYTES)).toString('base64url');
}

export function isToken(text: string | null | undefined): text is string {
  return TOKEN.test(text ?? '');
}

/** What the database keeps of a state, and of a browser's cookie: 256 random bits need no slow hash. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Nonce and code verifier hang on what the browser and the address bring together, and are stored nowhere: who reads the database cannot redeem a code. */
export function secretsOf(browser: string, state: string): RequestSecrets {
  const derived = (label: string): string => createHmac('sha256', browser).update(`${label} ${state}`).digest('base64url');
  return { state, nonce: derived('sportello-oidc-nonce-v1'), codeVerifier: derived('sportello-oidc-verifier-v1') };
}
