// SPDX-License-Identifier: AGPL-3.0-or-later
import { Approval, ApprovalAnswer, approvalsPathOf, type RewrapRequest, RewrapTicket, SIGNATURE_PURPOSES, SignedVaultAnswer, VAULT_REWRAPS_PATH, VaultRefusal } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { type JsonValue, type SigningKey, signRequest, verifyDocument } from '@sportello/seal';
import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { type NoAnswer, Vault } from './vault';

export interface HttpVaultOptions {
  readonly url: string;
  /** The API's own: the vault pins it. */
  readonly key: SigningKey;
  /** The vault's, which signs each answer over the nonce of its request. */
  readonly vaultSigningKey: string;
  readonly now: () => Date;
}

/** While the vault is asked, the case is held. */
const PATIENCE_MS = 5_000;

/** The vault's program, over HTTP: requests are signed by the API (RFC 9421), answers by the vault. */
export class HttpVault extends Vault {
  override readonly isThere = true;

  constructor(private readonly options: HttpVaultOptions) {
    super();
  }

  override ask(request: RewrapRequest): Promise<Outcome<RewrapTicket, NoAnswer>> {
    return this.post(VAULT_REWRAPS_PATH, request, RewrapTicket);
  }

  override approve(requestId: string, approval: Approval): Promise<Outcome<ApprovalAnswer, NoAnswer>> {
    return this.post(approvalsPathOf(requestId), Approval.parse(approval), ApprovalAnswer);
  }

  private async post<Shape extends z.ZodType>(path: string, message: object, shape: Shape): Promise<Outcome<z.output<Shape>, NoAnswer>> {
    const { url, key, vaultSigningKey, now } = this.options;
    const body = JSON.stringify(message);
    const nonce = randomBytes(16).toString('base64url');
    // Copies of the API share one key, so that no sequence orders them: the nonce, which the vault remembers, is what makes a copy of a request worthless.
    const headers = await signRequest({ method: 'POST', path, body, sequence: 0, key, now: now(), nonce });
    let text: string;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body, signal });
      text = await response.text();
    } catch (error) {
      return unreachable(causeOf(error));
    }
    const signed = SignedVaultAnswer.safeParse(jsonIn(text));
    if (!signed.success) return unreachable('not-understood');
    const { inReplyTo, answer, signature } = signed.data;
    const isTheVaults = verifyDocument({ inReplyTo, answer: answer as JsonValue }, signature, { purpose: SIGNATURE_PURPOSES.vaultAnswer, publicKey: vaultSigningKey });
    if (!isTheVaults) return unreachable('not-signed-by-the-vault');
    const refused = VaultRefusal.safeParse(answer);
    // Whoever the vault does not know is answered without their nonce, which it does not believe.
    if (refused.success) return refuse({ kind: 'refused', because: refused.data.refused });
    const taken = shape.safeParse(answer);
    return inReplyTo === nonce && taken.success ? accept(taken.data) : unreachable('not-understood');
  }
}

function unreachable(because: string): Outcome<never, NoAnswer> {
  return refuse({ kind: 'unreachable', because });
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not the vault's.
    return undefined;
  }
}
