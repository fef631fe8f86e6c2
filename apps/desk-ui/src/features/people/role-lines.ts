// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role } from '@sportello/domain';

/** Roles by name, one a line. */
@Component({
  selector: 'app-role-lines',
  imports: [TranslocoPipe],
  template: `
    @for (role of roles(); track role) {
      <span class="line">{{ 'roles.' + role | transloco }}</span>
    } @empty {
      {{ 'people.noRoles' | transloco }}
    }
  `,
  styles: `
    .line {
      display: block;
    }
  `,
})
export class RoleLines {
  readonly roles = input.required<readonly Role[]>();
}
