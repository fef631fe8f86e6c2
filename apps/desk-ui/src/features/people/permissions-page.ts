// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PermissionsStore } from '../../data/people/permissions-store';
import { Loading } from '../../ui/loading/loading';
import { Shape } from '../../ui/shape/shape';

/** *Permessi*: each thing that can be done here, and which roles may do it. */
@Component({
  selector: 'app-permissions-page',
  imports: [TranslocoPipe, Loading, Shape],
  template: `
    <h1 id="permissions-title">{{ 'permissions.title' | transloco }}</h1>
    <p>{{ 'permissions.text' | transloco }}</p>
    @if (view(); as view) {
      <section class="panel" aria-labelledby="permissions-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ 'permissions.what' | transloco }}</th>
              @for (role of view.roles; track role) {
                <th scope="col">{{ 'roles.' + role | transloco }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of view.permissions; track row.permission) {
              <tr>
                <th scope="row">{{ 'permissions.words.' + row.permission | transloco }}</th>
                @for (role of view.roles; track role) {
                  <td>
                    <span class="role" aria-hidden="true">{{ 'roles.' + role | transloco }}</span>
                    @if (row.roles.includes(role)) {
                      <span class="may"><app-shape name="done" />{{ 'permissions.may' | transloco }}</span>
                    } @else {
                      <span class="help" aria-hidden="true">–</span><span class="visually-hidden">{{ 'permissions.mayNot' | transloco }}</span>
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </section>
    } @else if (hasFailed()) {
      <p>{{ 'permissions.failed' | transloco }}</p>
      <button type="button" class="button small" (click)="retry()">{{ 'link.retry' | transloco }}</button>
    } @else {
      <app-loading [awaited]="'permissions.loading' | transloco" />
    }
  `,
  styleUrl: './permissions-page.scss',
  providers: [PermissionsStore],
})
export class PermissionsPage {
  readonly #store = inject(PermissionsStore);

  readonly view = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;

  constructor() {
    void this.#store.refresh();
  }

  retry(): void {
    void this.#store.refresh();
  }
}
