// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectFault } from './fault-table';
import type { CardFault } from '../session/fault';
import type { PcscBinding } from './binding';

export interface PcscReaders {
  readonly kind: 'readers';
  readonly names: readonly string[];
}

/** The names of the readers, in PC/SC's order. */
export async function listPcscReaders({ Context }: PcscBinding): Promise<PcscReaders | CardFault> {
  try {
    const context = new Context();
    try {
      return { kind: 'readers', names: (await context.listReaders()).map(({ name }) => name) };
    } finally {
      context.close();
    }
  } catch (error) {
    return connectFault(error);
  }
}
