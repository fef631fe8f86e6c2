// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT, inject, Service, signal } from '@angular/core';
import type { EVENT_DESK, EVENT_HEARTBEAT, HEARTBEAT_MS } from '@sportello/contracts';
import { OPEN_EVENT_SOURCE } from './event-source';
import { LinkState } from './link-state';

const deskEvent: typeof EVENT_DESK = 'desk';
const heartbeatEvent: typeof EVENT_HEARTBEAT = 'heartbeat';
const heartbeatMs: typeof HEARTBEAT_MS = 15_000;

/** A stream that is silent for two heartbeats and a half is a dead one, whatever the browser believes. */
const SILENCE_MS = 2.5 * heartbeatMs;
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** Keeps the stream of hints open. A hint says only that something changed: whoever listens reads the state again, and so after every reopening. */
@Service()
export class DeskLink {
  readonly #open = inject(OPEN_EVENT_SOURCE);
  readonly #state = inject(LinkState);
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #path = '';
  #onHint: () => void = () => undefined;
  readonly #hints = signal(0);

  /** Grows with each hint, for pages that read something of their own again. */
  readonly hints = this.#hints.asReadonly();

  constructor() {
    // A stream that nobody ends, as when the cable is pulled, is noticed by its silence only, and that takes long.
    this.#state.whenDoubted(() => this.#check());
    const window = inject(DOCUMENT).defaultView;
    window?.addEventListener('offline', () => this.#check());
    window?.addEventListener('online', () => this.retryNow());
  }

  /** Which stream: a desk's, or, for whoever sees none, the session's own. */
  start(onHint: () => void, path = '/api/desk/events'): void {
    this.stop();
    this.#onHint = onHint;
    this.#path = path;
    this.#state.change({ kind: 'opening' });
    this.#connect();
  }

  stop(): void {
    this.#drop();
    this.#failures = 0;
    this.#state.change({ kind: 'closed' });
  }

  retryNow(): void {
    if (this.#state.status().kind !== 'lost') return;
    this.#drop();
    this.#connect();
  }

  /** Opens the stream anew, which either goes well or says that the link is lost. */
  #check(): void {
    if (this.#state.status().kind !== 'open') return;
    this.#drop();
    this.#state.change({ kind: 'opening' });
    this.#connect();
  }

  #connect(): void {
    const source = this.#open(this.#path);
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener(heartbeatEvent, () => this.#heard());
    source.addEventListener(deskEvent, () => {
      this.#heard();
      this.#tell();
    });
    source.addEventListener('error', () => this.#failed());
    this.#heard();
  }

  #opened(): void {
    this.#failures = 0;
    this.#state.change({ kind: 'open' });
    this.#tell();
  }

  #heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#failed(), SILENCE_MS);
  }

  #failed(): void {
    this.#drop();
    const status = this.#state.status();
    if (status.kind !== 'lost') this.#state.change({ kind: 'lost', since: Date.now() });
    const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), pause);
    // A stream is refused, too, to whoever is no longer signed in, and only a read tells.
    this.#tell();
  }

  #tell(): void {
    this.#hints.update((count) => count + 1);
    this.#onHint();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }
}
