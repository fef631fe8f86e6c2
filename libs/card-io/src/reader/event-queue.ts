// SPDX-License-Identifier: AGPL-3.0-or-later

/** Events in their order for one consumer, who may come late or be slow. */
export class EventQueue<Event> {
  readonly #waiting: Event[] = [];
  #wake: (() => void) | undefined;
  #isEnded = false;

  push(event: Event): void {
    if (this.#isEnded) return;
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** What was pushed before is still delivered. */
  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  async *events(): AsyncIterableIterator<Event> {
    for (;;) {
      const event = this.#waiting.shift();
      if (event !== undefined) yield event;
      else if (this.#isEnded) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
