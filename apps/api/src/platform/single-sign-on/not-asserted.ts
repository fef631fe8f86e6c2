// SPDX-License-Identifier: AGPL-3.0-or-later
import { refusalOfProviderError } from '@sportello/domain';
import * as oidc from 'openid-client';
import type { NotAsserted } from './identity-provider';

const CONNECTION_CODES = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);
const MOST_CAUSES = 4;
const CLOSED_WORD = /^[A-Za-z0-9_]{1,60}$/;

/** What the library throws, told apart by its classes and codes; of the provider's own text only closed words go on. */
export function notAsserted(error: unknown): NotAsserted {
  if (error instanceof oidc.AuthorizationResponseError) {
    return { because: refusalOfProviderError(error.error, error.error_description), detail: wordOf(error.error) };
  }
  // The code was used before, or waited too long.
  if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return { because: 'stale-request', detail: 'invalid_grant' };
  if (error instanceof oidc.ResponseBodyError) return { because: error.status >= 500 ? 'provider-away' : 'not-verified', detail: wordOf(error.error) };
  // Without a code it is what the library did not foresee, and that is the network.
  if (error instanceof oidc.ClientError) return { because: error.code === undefined || CONNECTION_CODES.has(error.code) ? 'provider-away' : 'not-verified', detail: wordOfFault(error) };
  // What fetch throws when nobody is there.
  if (error instanceof TypeError) return { because: 'provider-away', detail: wordOfFault(error) };
  throw error;
}

/** For the administrator's log: `OAUTH_TIMEOUT`, `ECONNREFUSED`; of what lies behind a fault, the first code. */
export function wordOfFault(error: unknown): string {
  let fault = error;
  for (let depth = 0; depth < MOST_CAUSES && typeof fault === 'object' && fault !== null; depth += 1) {
    if ('code' in fault && typeof fault.code === 'string') return wordOf(fault.code);
    fault = 'cause' in fault ? fault.cause : undefined;
  }
  return 'unknown';
}

function wordOf(text: string): string {
  return CLOSED_WORD.test(text) ? text : 'unknown';
}
