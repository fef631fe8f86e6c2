// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { groupsOf } from './groups';
import type { CodeShape } from './groups';

/** A code in groups: parted by margins and not by blanks, so that copying gives the bare code. */
@Component({
  selector: 'app-grouped-code',
  template: `@for (group of groups(); track $index) {<span>{{ group }}</span>}`,
  styles: `
    :host {
      font-family: var(--bs-font-monospace);
    }
    span {
      display: inline-block;
    }
    span + span {
      margin-left: 0.5em;
    }
  `,
})
export class GroupedCode {
  readonly text = input.required<string>();
  readonly shape = input.required<CodeShape>();
  readonly groups = computed(() => groupsOf(this.text(), this.shape()));
}
