// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { Shape } from './shape';
import type { ShapeName } from './shape';

/** A state as it is always told: shape, colour and word. */
@Component({
  selector: 'app-state',
  imports: [Shape],
  template: `<app-shape [name]="shape()" /><span><ng-content /></span>`,
  styles: `
    :host {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
      font-size: 0.875rem;
      font-weight: 600;
      line-height: 1.25rem;
      vertical-align: middle;
    }
    :host(.done) {
      color: var(--ok);
    }
    :host(.running),
    :host(.waiting) {
      color: var(--blue);
    }
    :host(.interrupted) {
      color: var(--ink);
    }
    :host(.attention) {
      color: var(--warn);
    }
    :host(.stopped) {
      color: var(--bad);
    }
    :host(.unknown) {
      color: var(--ink-2);
    }
  `,
  host: { '[class]': 'shape()' },
})
export class State {
  readonly shape = input.required<ShapeName>();
}
