// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardReading } from '@sportello/contracts';
import { type CardFault, type CardProfile, type CardReader, CardSession, isCardFault, profileOf, readIdCarta, type TranscriptEntry } from '@sportello/card-io';
import type { CardInHand } from '../jobs/write-card';
import { MeteredConnection, watched, type Watched } from './card-meter';
import { recognise, type Recognition } from './recognise';

export interface CardStayOptions extends Watched {
  readonly reader: Pick<CardReader, 'connect'>;
  /** Aborts when the card is gone. */
  readonly removed: AbortSignal;
  readonly commandDeadlineMs: number;
  readonly transcript: (entry: TranscriptEntry) => void;
}

interface Connection {
  readonly session: CardSession;
  readonly meter: MeteredConnection;
}

/** A reader that is slow to notice says so within this time (up to 350 ms were seen). */
const removalNoticeMs = 1_000;

/** One card from its insertion to its removal: its connections, and what was read in them. */
export class CardStay implements CardInHand {
  private readonly connections: Connection[] = [];
  private current: Connection | undefined;
  /** What the card of the current connection said of itself. It counts no longer than the connection does. */
  private idCarta: string | undefined;
  /** The layout by which it was recognised. Where things lie on a card proves nothing, so it outlives the connection. */
  private profile: CardProfile | undefined;
  private hasConnectingHung = false;

  constructor(private readonly options: CardStayOptions) {}

  /** Aborts when the card is gone. */
  get removed(): AbortSignal {
    return this.options.removed;
  }

  get apdus(): number {
    return this.connections.reduce((sum, { session }) => sum + session.exchanges, 0);
  }

  get milliseconds(): number {
    return this.connections.reduce((sum, { meter }) => sum + meter.milliseconds, 0);
  }

  /** A call was never answered: this process may hang in it. */
  get isMute(): boolean {
    return this.hasConnectingHung || this.connections.some(({ meter }) => meter.isMute);
  }

  /** Reads the public files. A reading that broke off is tried once more, from the start. */
  async recognise(): Promise<Exclude<Recognition, { kind: 'recognised' }> | { readonly kind: 'recognised'; readonly reading: CardReading }> {
    const begin = this.options.clock.elapsed();
    const first = await this.readFiles();
    const isWorthRepeating = isCardFault(first) && !this.isMute && !(await this.isGone());
    const recognition = isWorthRepeating ? await this.readFiles() : first;
    if (recognition.kind !== 'recognised') return recognition;
    return { kind: 'recognised', reading: { ...recognition.reading, milliseconds: Math.round(this.options.clock.elapsed() - begin) } };
  }

  async sessionWith(idCarta: string): ReturnType<CardInHand['sessionWith']> {
    if (!this.current?.session.isOpen || this.idCarta === undefined) {
      const fault = await this.readAgain();
      if (fault) return fault;
    }
    if (!this.current || this.idCarta !== idCarta) return { kind: 'wrong-card' };
    const { session } = this.current;
    return { kind: 'session', session, profile: this.profileFor(session) };
  }

  async isGone(): Promise<boolean> {
    const { removed, clock } = this.options;
    if (!removed.aborted) await clock.sleep(removalNoticeMs, removed);
    return removed.aborted;
  }

  /** Resets the card, so that no verified PIN is left in it, and ends the connection. */
  async release(): Promise<void> {
    const { current, isMute } = this;
    this.current = undefined;
    this.idCarta = undefined;
    // A native call that hangs would take this one with it.
    if (current && !isMute) await watched(this.options, this.options.commandDeadlineMs, () => current.session.close());
  }

  private async readFiles(): Promise<Recognition> {
    const connection = await this.connect();
    if (connection.kind !== 'connected') return connection;
    const recognition = await recognise(connection.session);
    if (recognition.kind !== 'recognised') return recognition;
    this.idCarta = recognition.reading.idCarta;
    this.profile = recognition.profile;
    return recognition;
  }

  private async readAgain(): Promise<CardFault | { readonly kind: 'unreadable' } | undefined> {
    if (this.options.removed.aborted) return { kind: 'removed' };
    const connection = await this.connect();
    if (connection.kind !== 'connected') return connection;
    const read = await readIdCarta(connection.session, this.profileFor(connection.session));
    if (read.kind === 'unreadable') return { kind: 'unreadable' };
    if (read.kind !== 'read') return read;
    this.idCarta = read.idCarta;
    return undefined;
  }

  private profileFor(session: CardSession): CardProfile {
    return this.profile ?? profileOf(session.atr);
  }

  private async connect(): Promise<({ readonly kind: 'connected' } & Connection) | CardFault> {
    await this.release();
    const { reader, commandDeadlineMs, transcript } = this.options;
    const connected = await watched(this.options, commandDeadlineMs, () => reader.connect());
    this.hasConnectingHung ||= connected.kind === 'mute';
    if (connected.kind !== 'connected') return connected;
    const meter = new MeteredConnection(connected.connection, this.options);
    this.current = { meter, session: new CardSession(meter, { deadlineMs: commandDeadlineMs, transcript }) };
    this.connections.push(this.current);
    return { kind: 'connected', ...this.current };
  }
}
