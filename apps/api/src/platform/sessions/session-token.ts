// SPDX-License-Identifier: AGPL-3.0-or-later
import { SESSION_COOKIE } from '@sportello/contracts';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Randomness } from '../ports/randomness';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Of the first half of a sign-in: it binds the second to the same browser. */
export const SIGN_IN_COOKIE = '__Host-sign-in';
/** By what an account knows a browser that it signed in with: strangers cannot make that one wait. */
export const BROWSER_COOKIE = '__Host-browser';
const BROWSER_SECONDS = 365 * 24 * 60 * 60;

/** The token of a request's cookie, or nothing. */
export function sessionTokenIn(cookieHeader: string | undefined): string | undefined {
  return tokenIn(cookieHeader, SESSION_COOKIE);
}

export function tokenIn(cookieHeader: string | undefined, cookie: typeof SESSION_COOKIE | typeof SIGN_IN_COOKIE | typeof BROWSER_COOKIE): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, token = ''] = pairs.find(([name]) => name === cookie) ?? [];
  return TOKEN.test(token) ? token : undefined;
}

/** 256 random bits. */
export function newToken(randomness: Pick<Randomness, 'bytes'>): string {
  return Buffer.from(randomness.bytes(TOKEN_BYTES)).toString('base64url');
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
  return cookieOf(SESSION_COOKIE, token, lifetimeSeconds);
}

export function signInCookie(token: string, lifetimeSeconds: number): string {
  return cookieOf(SIGN_IN_COOKIE, token, lifetimeSeconds);
}

export function browserCookie(token: string): string {
  return cookieOf(BROWSER_COOKIE, token, BROWSER_SECONDS);
}

function cookieOf(name: string, token: string, lifetimeSeconds: number): string {
  return `${name}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; Secure; SameSite=Strict`;
}
