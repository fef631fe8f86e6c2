// SPDX-License-Identifier: AGPL-3.0-or-later
import { SESSION_COOKIE } from '@sportello/contracts';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of a request's cookie, or nothing. */
export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, token = ''] = pairs.find(([name]) => name === SESSION_COOKIE) ?? [];
  return TOKEN.test(token) ? token : undefined;
}

/** What the database keeps of a token: 256 random bits need no slow hash. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token against forged requests belongs to the session's and is stored nowhere: who has the one can reckon the other, and a foreign page has neither. */
export function csrfTokenOf(token: string): string {
  return createHmac('sha256', token).update('sportello-csrf-v1').digest('base64url');
}

export function isCsrfToken(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(csrfTokenOf(token))];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `__Host-` (RFC 6265bis §4.1.3): this host only, all of it, over a secure connection only; and no script reads it. */
export function sessionCookie(token: string, lifetimeSeconds: number): string {
  return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; Secure; SameSite=Strict`;
}
