// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Approval, ApprovalAnswer, RewrapRequest, RewrapTicket, VaultRefusalKind } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';

/** Why the vault gave nothing: it said no, or nobody who can prove to be the vault answered. */
export type NoAnswer =
  | { readonly kind: 'refused'; readonly because: VaultRefusalKind }
  | { readonly kind: 'unreachable'; readonly because: string };

/** The vault, as the API sees it: it may ask, and the vault decides by what it knows itself. */
export abstract class Vault {
  /** False: this installation runs none, and no page offers what it would be needed for. */
  abstract readonly isThere: boolean;
  abstract ask(request: RewrapRequest): Promise<Outcome<RewrapTicket, NoAnswer>>;
  abstract approve(requestId: string, approval: Approval): Promise<Outcome<ApprovalAnswer, NoAnswer>>;
}

const nowhere = (): Promise<Outcome<never, NoAnswer>> => Promise.resolve({ ok: false, refusal: { kind: 'unreachable', because: 'not-configured' } });

/** An installation without a vault that could be asked. */
export const NO_VAULT: Vault = { isThere: false, ask: nowhere, approve: nowhere };
