// SPDX-License-Identifier: AGPL-3.0-or-later
import { isToken } from './request-secrets';

const NAME = '__Host-sso';

/** By what the browser is known again that asked. */
export function browserTokenIn(cookieHeader: string | undefined): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, token] = pairs.find(([name]) => name === NAME) ?? [];
  return isToken(token) ? token : undefined;
}

/** Lax, unlike the session's: the way back begins on the provider's site, and browsers send no strict cookie along it. It opens nothing by itself. */
export function singleSignOnCookie(token: string, lifetimeSeconds: number): string {
  return `${NAME}=${token}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}
