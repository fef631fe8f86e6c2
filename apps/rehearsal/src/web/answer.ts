// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ServerResponse } from 'node:http';

/** What the world answers to a request: data, a refusal by its kind, or a file. */
export type Answer = { readonly status: number; readonly body: unknown };

export const done = (body?: unknown): Answer => ({ status: 200, body: body ?? {} });
export const refused = (status: 400 | 403 | 404 | 405 | 409 | 413 | 415, kind: string): Answer => ({ status, body: { kind } });

/** Only what this page itself serves, nothing inline, no frame around it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const protectiveHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

export const sendJson = (response: ServerResponse, { status, body }: Answer): void => {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' };
  response.writeHead(status, { ...protectiveHeaders, ...headers }).end(text);
};
