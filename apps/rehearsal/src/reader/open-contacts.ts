// SPDX-License-Identifier: AGPL-3.0-or-later
import { serveCardEndpoint } from '@sportello/card-io/simulator';
import type { ServeEnvironment } from '../process/environment';
import type { Log } from '../process/log';
import type { ReaderContacts } from './reader-contacts';
import { VpcdContacts } from './vpcd-contacts';

/** The reader that the configuration names. `port`: where a network reader finds it; null, when PC/SC does. */
export const openContacts = async (
  { CARD_SLOT: slot, CARD_PORT: port }: Pick<ServeEnvironment, 'CARD_SLOT' | 'CARD_PORT'>,
  log: Log,
): Promise<{ readonly contacts: ReaderContacts; readonly port: number | null }> => {
  if (slot.kind === 'vpcd') return { contacts: new VpcdContacts(slot, log), port: null };
  const endpoint = await serveCardEndpoint({ port });
  return { contacts: endpoint, port: endpoint.port };
};

/** The operator's reader, beside the citizen's: over the network only, since vpcd's second one is nobody's to take. */
export const openSecondContacts = async ({
  CARD_SLOT: slot,
  SECOND_CARD_PORT: port,
}: Pick<ServeEnvironment, 'CARD_SLOT' | 'SECOND_CARD_PORT'>): Promise<{ readonly contacts: ReaderContacts; readonly port: number } | undefined> => {
  if (slot.kind !== 'network') return undefined;
  const endpoint = await serveCardEndpoint({ port });
  return { contacts: endpoint, port: endpoint.port };
};
