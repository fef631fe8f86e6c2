// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage } from 'node:http';
import { refused, type Answer } from './answer';

const ownNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other sites that are open in the same browser out: a name that merely resolves to this computer is not ours (DNS rebinding), and what changes the
 * world must be JSON, which no page of another origin can send without asking first.
 */
export const guard = (request: IncomingMessage): Answer | undefined => {
  if (!ownNames.has(hostName(request.headers.host))) return refused(403, 'unknown-host');
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return refused(405, 'method-not-allowed');
  const [type] = (request.headers['content-type'] ?? '').split(';');
  return type?.trim().toLowerCase() === 'application/json' ? undefined : refused(415, 'not-json');
};

const hostName = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '').toLowerCase();
