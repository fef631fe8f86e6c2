// SPDX-License-Identifier: AGPL-3.0-or-later
import { openIssuerKey } from '../data-folder/issuer-key';
import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { openDeskCredential } from '../authority/desk-credential';
import { RevokedRegister } from '../authority/revoked-register';
import { serveAuthority } from '../authority/serve-authority';
import { Chips } from '../chips/chips';
import { openAuthority } from '../data-folder/authority';
import { dataFolderAt } from '../data-folder/data-folder';
import { readJsonIfThere } from '../data-folder/files';
import { Deck } from '../deck/deck';
import { PrinterRoom, REAL_SHEET_MS } from '../printers/printer-room';
import type { ServeEnvironment } from '../process/environment';
import type { Log } from '../process/log';
import { StartRefusal } from '../process/start-refusal';
import { INSTANT_TIMING, REAL_TIMING } from '../reader/chip-timing';
import { CardSlot } from '../reader/card-slot';
import { openContacts, openSecondContacts } from '../reader/open-contacts';
import type { ReaderContacts } from '../reader/reader-contacts';
import { EventStream } from '../web/event-stream';
import { servePage } from '../web/serve-page';
import { loadStaticFiles } from '../web/static-files';
import { Table } from '../world/table';
import { viewOf } from '../world/view-of';
import { World } from '../world/world';

export type Serving = {
  readonly url: string;
  /** Where a network reader finds the cards; null when they go into a vpcd. */
  readonly cardPort: number | null;
  /** Where the second reader, the operator's, finds them; null when there is none. */
  readonly secondCardPort: number | null;
  /** Where the demo authority listens. */
  readonly authority: string;
  /** `ipp://` addresses: each printer is a machine of its own. */
  readonly printers: Readonly<Record<'buste' | 'moduli', string>>;
  close(): Promise<void>;
};

/** Opens the simulated world: reader, printers, citizens, and the page from which a hand moves them. */
export const serve = async (environment: ServeEnvironment, log: Log, now: () => Date): Promise<Serving> => {
  const folder = dataFolderAt(environment.DATA_DIR);
  const deck = await readJsonIfThere(folder.deck, Deck);
  if (deck === undefined) throw new StartRefusal('DATA_DIR holds no simulated world yet: run `prepare` first.');
  const isReal = environment.PACE === 'real';

  const authority = await openAuthority(folder, now());
  const chips = new Chips(folder.chips, authority, await openIssuerKey(folder));
  for (const card of [...deck.cards, ...deck.reserve]) await chips.stateOf(card);
  const authorityServer = await serveAuthority({ port: environment.AUTHORITY_PORT, authority, clientDer: await openDeskCredential(folder, now()), register: await RevokedRegister.open(folder.revoked), now });
  const files = await loadStaticFiles(join(__dirname, '..', 'page'));

  const events = new EventStream(() => view());
  const onChange = (): void => events.changed();
  const reader = await openContacts(environment, log);
  const second = await openSecondContacts(environment);
  const slotAt = (contacts: ReaderContacts): CardSlot => new CardSlot({ contacts, timing: isReal ? REAL_TIMING : INSTANT_TIMING, now, onChange });
  const slot = slotAt(reader.contacts);
  const secondSlot = second && slotAt(second.contacts);
  const printers = await PrinterRoom.open({ port: environment.PRINTER_PORT, sheetMs: isReal ? REAL_SHEET_MS : 0, now, onChange });
  const world = new World({ table: await Table.open(deck, folder.handedOut), chips, slot, secondSlot, printers, authorityDer: authority.certificateDer, selfCheckUrl: environment.SELF_CHECK_URL, onChange });
  const view = () => viewOf(world, environment.DESK_URL, now());
  const page = await servePage({ port: environment.PORT, world, view, events, files, log });

  const background = new AbortController();
  const reserve = makeReserve(deck, chips, log, background.signal);
  return {
    url: `http://localhost:${page.port}/`,
    cardPort: reader.port,
    secondCardPort: second?.port ?? null,
    authority: `http://127.0.0.1:${authorityServer.port}`,
    printers: { buste: printers.uriOf('buste'), moduli: printers.uriOf('moduli') },
    close: async () => {
      background.abort();
      events.close();
      await Promise.all([page.close(), slot.close(), secondSlot?.close(), printers.close(), authorityServer.close(), reserve]);
    },
  };
};

/** Draws the keys of those who have not come yet, one at a time, behind everything else. Who is called before is served first. */
const makeReserve = async (deck: Deck, chips: Chips, log: Log, signal: AbortSignal): Promise<void> => {
  for (const card of [...deck.cards, ...deck.reserve]) {
    await setImmediate();
    if (signal.aborted) return;
    try {
      await chips.certificateOf(card);
    } catch (error) {
      log('warn', 'a chip could not be made in advance', { reason: error instanceof Error ? error.message : 'unknown' });
      return;
    }
  }
};
