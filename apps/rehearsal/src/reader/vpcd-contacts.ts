// SPDX-License-Identifier: AGPL-3.0-or-later
import { plugIntoVpcd, type VirtualCard, type VpcdPlug } from '@sportello/card-io/simulator';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../process/log';
import type { ReaderContacts } from './reader-contacts';

/** No hand is faster. pcscd looks into its readers every 0.4 s: between two looks it would miss that one card took another's place. */
const handMs = 600;
/** Between two tries to reach a vpcd that is not there. */
const retryMs = 250;

/**
 * The contacts of a vpcd reader, which the station finds through PC/SC. A card that is in stays in: when no pcscd runs, or when it is started anew, the
 * card waits for power, as it would in a reader of plastic.
 */
export class VpcdContacts implements ReaderContacts {
  private stay = new AbortController();
  private handIsFree: Promise<void> = Promise.resolve();

  constructor(
    private readonly address: { readonly host: string; readonly port: number },
    private readonly log: Log,
  ) {}

  insert(card: VirtualCard): void {
    this.stay = new AbortController();
    void this.hold(card, this.stay.signal);
  }

  pull(): void {
    this.stay.abort();
    this.handIsFree = sleep(handMs, undefined, { ref: false });
  }

  close(): Promise<void> {
    this.pull();
    return Promise.resolve();
  }

  private async hold(card: VirtualCard, pulled: AbortSignal): Promise<void> {
    await this.handIsFree;
    for (let tries = 0; !pulled.aborted; tries += 1) {
      const plug = await plugIntoVpcd(card, this.address).catch(() => undefined);
      if (plug !== undefined) await leftIn(plug, pulled);
      else if (tries === 0) this.log('warn', 'no vpcd listens: the card waits', { port: this.address.port });
      await sleep(retryMs, undefined, { ref: false });
    }
  }
}

/** Until a hand pulls it, or vpcd is gone. */
const leftIn = async (plug: VpcdPlug, pulled: AbortSignal): Promise<void> => {
  const pull = (): void => plug.pull();
  if (pulled.aborted) pull();
  pulled.addEventListener('abort', pull);
  await plug.unplugged;
  pulled.removeEventListener('abort', pull);
};
