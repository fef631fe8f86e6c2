// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect } from 'node:net';
import { CardSide } from './card-side';
import type { VirtualCard } from './virtual-card';

export interface VpcdPlug {
  /** Resolves when the card is out: pulled, or vpcd is gone. */
  readonly unplugged: Promise<void>;
  pull(): void;
}

/** Puts the card into a vpcd reader: connecting inserts, closing pulls. Rejects when nothing listens there. */
export function plugIntoVpcd(card: VirtualCard, address: { readonly host: string; readonly port: number }): Promise<VpcdPlug> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      new CardSide(socket).insert(card);
      const unplugged = new Promise<void>((out) => socket.once('close', () => out()));
      resolve({ unplugged, pull: () => socket.destroy() });
    });
  });
}
