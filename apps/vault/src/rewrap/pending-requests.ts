// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RewrapRequest } from '@sportello/contracts';

/** A request that waits for its two people. */
export interface PendingRequest {
  readonly requestId: string;
  readonly request: RewrapRequest;
  readonly challenge: string;
  readonly expiresAt: Date;
  /** Who approved first. */
  readonly first: string | null;
}

/** So long both have to approve: the citizen waits at the counter. */
export const REQUEST_MINUTES = 30;

const MOST_WAITING = 100;

/** In memory only: a vault that was started anew has forgotten them, and they are asked for again. */
export class PendingRequests {
  private readonly waiting = new Map<string, PendingRequest>();

  isFull(now: Date): boolean {
    for (const [id, { expiresAt }] of this.waiting) if (expiresAt <= now) this.waiting.delete(id);
    return this.waiting.size >= MOST_WAITING;
  }

  find(requestId: string, now: Date): PendingRequest | undefined {
    const found = this.waiting.get(requestId);
    return found && found.expiresAt > now ? found : undefined;
  }

  keep(pending: PendingRequest): void {
    this.waiting.set(pending.requestId, pending);
  }

  /** It is over, however it went: what was approved is good once. */
  drop(requestId: string): void {
    this.waiting.delete(requestId);
  }
}
