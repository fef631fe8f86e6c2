// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from '@playwright/test';
import { Scanner } from './scanner';

/** The operator's hands on keyboard and scanner; they never touch the mouse. Counts what they do, a scan as one. */
export class Hands {
  #keystrokes = 0;
  readonly #scanner: Scanner;

  constructor(private readonly page: Page) {
    this.#scanner = new Scanner(page);
  }

  get keystrokes(): number {
    return this.#keystrokes;
  }

  async press(key: string): Promise<void> {
    this.#keystrokes += 1;
    await this.page.keyboard.press(key);
  }

  /** At a person's pace, which no scanner has. */
  async type(text: string): Promise<void> {
    this.#keystrokes += text.length;
    await this.page.keyboard.type(text, { delay: PERSONS_PACE_MS });
  }

  async scan(...lines: readonly string[]): Promise<void> {
    this.#keystrokes += 1;
    await this.#scanner.read(lines);
  }
}

/** Slower than the page's own measure of a scanner, and no slower than need be. */
const PERSONS_PACE_MS = 45;
