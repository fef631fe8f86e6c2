// SPDX-License-Identifier: AGPL-3.0-or-later
/** Runs one thing at a time: what is asked for while it runs becomes one more run after it, however often it was asked. */
export class SingleFlight {
  #running: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(private readonly task: () => Promise<void>) {}

  run(): Promise<void> {
    this.#isAskedAgain = this.#running !== undefined;
    this.#running ??= this.#runUntilQuiet();
    return this.#running;
  }

  async #runUntilQuiet(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false;
        await this.task();
      } while (this.#isAskedAgain);
    } finally {
      this.#running = undefined;
    }
  }
}
