// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import * as oidc from 'openid-client';
import { isGuarded } from '../../config/guarded';
import type { NotAsserted } from './identity-provider';
import { wordOfFault } from './not-asserted';

export const PATIENCE_SECONDS = 5;
const GOOD_FOR_MS = 60 * 60_000;
/** After one failure, two, more: so long nobody asks again, and everybody is told at once. */
const BACK_OFF_MS = [5_000, 15_000, 60_000] as const;

/** A shared secret, a symmetric key or no signature at all vouches for nobody. */
const SIGNATURES = ['RS256', 'ES256', 'PS256'];
const ADDRESSES = ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri', 'end_session_endpoint'] as const;

type Known =
  | { readonly kind: 'metadata'; readonly metadata: oidc.ServerMetadata; readonly until: number }
  | { readonly kind: 'away'; readonly failures: number; readonly detail: string; readonly until: number };

/** What the provider publishes of itself (OpenID Connect Discovery 1.0), read when somebody first wants in: the API starts and works without it. */
export class ProviderMetadata {
  private known: Known = { kind: 'away', failures: 0, detail: '', until: 0 };
  private reading: Promise<void> | undefined;

  constructor(
    private readonly issuer: URL,
    private readonly clientId: string,
    private readonly now: () => Date,
  ) {}

  /** Refused while the provider does not answer, or does not answer well. */
  async get(): Promise<Outcome<oidc.ServerMetadata, NotAsserted>> {
    if (this.known.until <= this.now().getTime()) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.known.kind === 'metadata' ? accept(this.known.metadata) : refuse({ because: 'provider-away', detail: this.known.detail });
  }

  private async read(): Promise<void> {
    const failures = this.known.kind === 'away' ? this.known.failures : 0;
    const found = await this.discover();
    const now = this.now().getTime();
    const pause = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0;
    this.known = found.ok ? { kind: 'metadata', metadata: found.value, until: now + GOOD_FOR_MS } : { kind: 'away', failures: failures + 1, detail: found.refusal, until: now + pause };
  }

  private async discover(): Promise<Outcome<oidc.ServerMetadata, string>> {
    try {
      const found = await oidc.discovery(this.issuer, this.clientId, undefined, oidc.None(), { timeout: PATIENCE_SECONDS, execute: this.issuer.protocol === 'http:' ? [allowLoopback] : [] });
      return fit(found.serverMetadata());
    } catch (error) {
      // Whatever it was: the provider is not there now, and the other ways in are.
      return refuse(wordOfFault(error));
    }
  }
}

/** Plain HTTP, which the configuration allows on this very computer only. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it lightly
export const allowLoopback: (configuration: oidc.Configuration) => void = oidc.allowInsecureRequests;

/** Only when its addresses are guarded, and it signs with something that we believe. */
function fit(published: oidc.ServerMetadata): Outcome<oidc.ServerMetadata, string> {
  const addresses = ADDRESSES.map((name) => published[name]).filter((address) => address !== undefined);
  if (!published.authorization_endpoint || !published.token_endpoint || !addresses.every(isGuarded)) return refuse('address-missing-or-not-guarded');
  const signatures = (published.id_token_signing_alg_values_supported ?? ['RS256']).filter((name) => SIGNATURES.includes(name));
  if (signatures.length === 0) return refuse('signatures-not-believed');
  return accept({ ...published, id_token_signing_alg_values_supported: signatures });
}
