// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import type { IconName } from './icon-names';

/** One of Bootstrap Italia's icons, beside words that say the same. */
@Component({
  selector: 'app-icon',
  template: `<svg aria-hidden="true" focusable="false"><use [attr.href]="'/sprites/icons.svg#' + name()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
}
