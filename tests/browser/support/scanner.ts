// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CDPSession, Page } from '@playwright/test';

const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };

const SECONDS_PER_KEY = 0.004;

/**
 * A scanner that acts as a keyboard. Its keys are sent without waiting for one another, and bear the time at which they were pressed, as those of a cable do:
 * Playwright's own keyboard waits for the page after each, which on a busy computer is a person's pace.
 */
export class Scanner {
  #cable: CDPSession | undefined;

  constructor(private readonly page: Page) {}

  /** Each line with the Enter that a scanner puts after it. */
  async read(lines: readonly string[]): Promise<void> {
    this.#cable ??= await this.page.context().newCDPSession(this.page);
    const cable = this.#cable;
    const began = Date.now() / 1000;
    const keys = lines.flatMap((line) => [...Array.from(line, (key) => ({ key, text: key })), ENTER]);
    const strokes = keys.flatMap((key, index) => {
      const timestamp = began + index * SECONDS_PER_KEY;
      return [
        { type: 'keyDown', ...key, timestamp },
        { type: 'keyUp', ...key, text: '', timestamp },
      ] as const;
    });
    await Promise.all(strokes.map((stroke) => cable.send('Input.dispatchKeyEvent', stroke)));
  }
}
