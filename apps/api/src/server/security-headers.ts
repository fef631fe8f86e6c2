// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecurityHeadersOptions } from '@nestjs/common';

const SELF = "'self'";
const NONE = "'none'";

/** What a page of ours may load: our own files, and nothing inline but what carries this response's nonce. */
function contentSecurityPolicy(nonce?: string) {
  const own = nonce === undefined ? [SELF] : [SELF, `'nonce-${nonce}'`];
  return {
    'default-src': [SELF],
    'script-src': own,
    'style-src': own,
    'img-src': [SELF, 'data:'],
    'font-src': [SELF],
    'connect-src': [SELF],
    'object-src': [NONE],
    'base-uri': [SELF],
    'form-action': [SELF],
    'frame-ancestors': [NONE],
  } as const;
}

export function policyWithNonce(nonce: string): string {
  return Object.entries(contentSecurityPolicy(nonce))
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
}

export function securityHeaders(publicOrigin: string): SecurityHeadersOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy() },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // Over plain HTTP (a rehearsal on loopback) browsers ignore it, and it would only confuse.
    strictTransportSecurity: publicOrigin.startsWith('https:'),
    xFrameOptions: { action: 'deny' },
  };
}
