// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskEvent } from '@sportello/contracts';
import type { Head } from '@sportello/seal';

/** PostgreSQL's channel for what happened; the payload is the notice as JSON. */
export const NOTICE_CHANNEL = 'sportello';

/** A hint that leaves with the commit, for whoever listens at any copy of the API. */
export type Notice =
  | { readonly to: 'desk'; readonly deskId: string; readonly event: DeskEvent }
  /** Something about approvals, for the supervisors of the body, at whatever desk. */
  | { readonly to: 'supervisors'; readonly bodyId: string }
  /** Something about the people of the body, for its administrators. */
  | { readonly to: 'people'; readonly bodyId: string }
  /** A request for a revocation was recorded or has moved: for whoever reads them, and for what carries them to the authority. */
  | { readonly to: 'revocations'; readonly requestId: string }
  /** A lot of cards was let go: for what works it off. */
  | { readonly to: 'lots' }
  | { readonly to: 'session'; readonly sessionId: string }
  | { readonly to: 'station'; readonly stationId: string }
  | { readonly to: 'revoked-station'; readonly stationId: string }
  /** A block was sealed; for the other copies of the API. */
  | { readonly to: 'log'; readonly head: Head };
