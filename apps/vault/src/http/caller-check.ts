// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HeaderFields, thumbprint, verifyRequest } from '@sportello/seal';

const MOST_SKEW_SECONDS = 60;

export interface IncomingRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

/** Whether the API asks: signed (RFC 9421) with the key that is pinned here, now, and not for the second time. Answers the request's nonce. */
export class CallerCheck {
  /** The nonces of the time within which a copied request would still be in time. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly apiKey: string,
    private readonly now: () => Date,
  ) {}

  async check(request: IncomingRequest): Promise<{ readonly kind: 'api'; readonly nonce: string } | { readonly kind: 'caller-unknown' | 'replayed' }> {
    const now = this.now();
    const keyOf = (keyId: string): string | undefined => (keyId === thumbprint(this.apiKey) ? this.apiKey : undefined);
    const verified = await verifyRequest({ ...request, keyOf, now, maxSkewSeconds: MOST_SKEW_SECONDS });
    if (verified.kind !== 'verified') return { kind: 'caller-unknown' };
    for (const [nonce, at] of this.seen) if (at < now.getTime() - 2 * MOST_SKEW_SECONDS * 1_000) this.seen.delete(nonce);
    if (this.seen.has(verified.nonce)) return { kind: 'replayed' };
    this.seen.set(verified.nonce, now.getTime());
    return { kind: 'api', nonce: verified.nonce };
  }
}
