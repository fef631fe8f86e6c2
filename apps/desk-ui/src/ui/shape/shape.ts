// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';

/** The seven shapes of a state: done, in progress, waits for somebody, interrupted, to look at, stopped, not yet or not known. */
export const SHAPES = ['done', 'running', 'waiting', 'interrupted', 'attention', 'stopped', 'unknown'] as const;
export type ShapeName = (typeof SHAPES)[number];

/** A shape alone, drawn in the colour of the text; its word stands beside it. */
@Component({
  selector: 'app-shape',
  template: `<svg aria-hidden="true" focusable="false"><use [attr.href]="'/sprites/shapes.svg#' + name()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1rem;
      height: 1rem;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `,
})
export class Shape {
  readonly name = input.required<ShapeName>();
}
