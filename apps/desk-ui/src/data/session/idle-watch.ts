// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT, inject, Service } from '@angular/core';
import { SessionLock } from './session-lock';

/** What a hand does. A scanner types. */
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_MS = 5_000;
/** The server hears of a hand at most this often. */
const TELL_MS = 60_000;
/** Where windows of the same browser tell each other of their hands: an instant, and nothing else. */
const SHARED = 'sportello-last-input';

/** Locks the page when no hand has touched any window of it for a while; and tells the server of hands that no act tells of, such as one that scrolls. */
@Service()
export class IdleWatch {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #lock = inject(SessionLock);
  readonly #note = (): void => this.#noteInput();
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastInput = 0;
  #lastTold = 0;

  start(idleMinutes: number): void {
    this.stop();
    this.#lastInput = this.#lastTold = Date.now();
    for (const input of INPUTS) this.#window?.addEventListener(input, this.#note, { capture: true, passive: true });
    this.#timer = setInterval(() => this.#look(idleMinutes * 60_000), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const input of INPUTS) this.#window?.removeEventListener(input, this.#note, { capture: true });
  }

  #noteInput(): void {
    const now = Date.now();
    if (now - this.#lastInput > LOOK_MS) this.#window?.localStorage.setItem(SHARED, String(now));
    this.#lastInput = now;
  }

  #look(idleMs: number): void {
    const now = Date.now();
    const elsewhere = Number(this.#window?.localStorage.getItem(SHARED) ?? 0);
    const lastInput = Math.max(this.#lastInput, elsewhere <= now ? elsewhere : 0);
    if (now - lastInput >= idleMs) {
      this.stop();
      this.#lock.lock();
    } else if (this.#lastInput > this.#lastTold && now - this.#lastTold >= TELL_MS) {
      this.#lastTold = now;
      void this.#lock.use();
    }
  }
}
