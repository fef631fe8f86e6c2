// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VirtualCard } from './virtual-card';

export interface VpcdPlug {
  /** Resolves when vpcd closed the connection, or after pull(). */
  readonly unplugged: Promise<void>;
  pull(): void;
}

/** Puts the card into a vpcd reader: connecting inserts, closing pulls. Rejects when nothing listens. */
export declare function plugIntoVpcd(card: VirtualCard, address: { readonly host: string; readonly port: number }): Promise<VpcdPlug>;
