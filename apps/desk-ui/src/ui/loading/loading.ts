// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, signal, DestroyRef, inject } from '@angular/core';

/** What takes less is not worth a word. */
const PATIENCE_MS = 300;

/** Nothing for a moment, then bars where the text will stand and one line that says what is awaited. */
@Component({
  selector: 'app-loading',
  template: `
    @if (isLong()) {
      <span class="bar tall"></span><span class="bar long"></span><span class="bar"></span>
      <p class="help">{{ awaited() }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.875rem;
      padding: 1rem 0;
    }
    .bar {
      width: 50%;
      height: 0.875rem;
      border-radius: 0.125rem;
      background: var(--bar-loading);
    }
    .long {
      width: 82%;
    }
    .tall {
      width: 64%;
      height: 1.625rem;
    }
  `,
  host: { 'aria-busy': 'true' },
})
export class Loading {
  readonly awaited = input.required<string>();
  readonly isLong = signal(false);

  constructor() {
    const timer = setTimeout(() => this.isLong.set(true), PATIENCE_MS);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
