// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReader, ReaderEvent } from '@sportello/card-io';
import type { ReaderRole } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import type { Clock } from '../time/clock';
import type { CardStay } from './card-stay';
import type { CardTrouble } from './recognise';
import type { ParentLink } from './parent-link';

/** What the process does with jobs: one after the other, for the card in hand. */
export interface JobBench {
  /** The card is read: waiting jobs may begin. Null: it cannot be read. */
  begin(stay: CardStay | null): void;
  /** Resolves when no job touches the card any longer; one may still be printing. */
  leaveCard(): Promise<void>;
  /** Resolves when no job is left. */
  finish(): Promise<void>;
}

export interface ServeCardOptions {
  readonly role: ReaderRole;
  readonly reader: CardReader;
  readonly parent: ParentLink;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly bench: JobBench;
  readonly newStay: (removed: AbortSignal) => CardStay;
}

/**
 * Waits for a card, reads it, and has it served until it is pulled, or until the reader is closed because its connection can no longer be trusted. Returns when nothing
 * holds the reader any longer.
 */
export async function serveCard(options: ServeCardOptions): Promise<void> {
  const { reader, parent } = options;
  let visit: Visit | undefined;
  for await (const event of reader.events()) {
    if (event.kind === 'removed') break;
    parent.tell({ type: 'reader', condition: conditionOf(event) });
    if (event.kind === 'inserted' || event.kind === 'unresponsive') visit = new Visit(options, event.kind === 'inserted');
  }
  await visit?.end();
  await reader.close();
  if (visit?.isMute) {
    // This process may hold the reader until it is killed: only then is there a next one, and whoever kills it says that the card is gone.
    await options.bench.finish();
    parent.tell({ type: 'mute' });
  } else {
    visit?.tellRemoved();
  }
}

function conditionOf(event: Exclude<ReaderEvent, { kind: 'removed' }>): 'ready' | 'no-reader' | 'no-service' {
  switch (event.kind) {
    case 'unavailable':
      return event.because;
    case 'empty':
    case 'inserted':
    case 'unresponsive':
      return 'ready';
    default:
      return assertNever(event);
  }
}

/** One stay of one card, as the API hears of it. */
class Visit {
  private readonly insertionId: string;
  private readonly removal = new AbortController();
  private readonly reading: Promise<void>;
  private readonly stay: CardStay;

  constructor(
    private readonly options: ServeCardOptions,
    isAnswering: boolean,
  ) {
    this.insertionId = options.newId();
    this.stay = options.newStay(this.removal.signal);
    this.tell('inserted');
    this.reading = this.read(isAnswering);
  }

  /** A call to the card was never answered. */
  get isMute(): boolean {
    return this.stay.isMute;
  }

  /** Whatever touches the card comes to its end. */
  async end(): Promise<void> {
    this.removal.abort();
    await this.reading;
    await this.options.bench.leaveCard();
    await this.stay.release();
  }

  tellRemoved(): void {
    this.tell('removed');
  }

  private async read(isAnswering: boolean): Promise<void> {
    if (!isAnswering) {
      this.refuse('no-chip');
      return;
    }
    const outcome = await this.recogniseWhenFree();
    if (outcome.kind === 'recognised') {
      this.options.parent.tell({ type: 'card', event: { type: 'recognised', ...this.head(), reading: outcome.reading } });
      this.options.parent.tell({ type: 'reader', condition: 'ready' });
      this.options.bench.begin(this.stay);
      return;
    }
    if (this.removal.signal.aborted) return;
    if (outcome.kind === 'not-usable') this.refuse(outcome.reason, outcome.cardType);
    else this.refuse('unreadable');
    if (this.stay.isMute) this.options.parent.tell({ type: 'mute' });
  }

  /** Another program may hold the card; it is asked again until it lets go. */
  private async recogniseWhenFree(): ReturnType<CardStay['recognise']> {
    for (;;) {
      const outcome = await this.stay.recognise();
      if (outcome.kind !== 'sharing-violation' || this.removal.signal.aborted) return outcome;
      this.options.parent.tell({ type: 'reader', condition: 'busy' });
      await this.options.clock.sleep(sharingPauseMs, this.removal.signal);
    }
  }

  private refuse(reason: CardTrouble, cardType: string | null = null): void {
    this.options.parent.tell({ type: 'card', event: { type: 'not-usable', ...this.head(), reason, cardType } });
    this.options.bench.begin(null);
  }

  private tell(type: 'inserted' | 'removed'): void {
    this.options.parent.tell({ type: 'card', event: { type, ...this.head() } });
  }

  private head(): { readonly reader: ReaderRole; readonly insertionId: string; readonly at: string } {
    return { reader: this.options.role, insertionId: this.insertionId, at: this.options.clock.now().toISOString() };
  }
}

const sharingPauseMs = 1_000;
