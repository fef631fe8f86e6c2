// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Heading, content and the way out of a layer. */
@Component({
  selector: 'app-layer-frame',
  imports: [TranslocoPipe],
  template: `
    <header>
      <h2 [id]="titleId()">{{ heading() }}</h2>
      @if (isClosable()) {
        <button type="button" class="button small plain" (click)="close()">
          {{ 'layer.close' | transloco }} <span class="key">{{ 'keys.escape' | transloco }}</span>
        </button>
      }
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: 1.25rem 1.5rem 1.5rem;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 0.75rem;
    }
  `,
})
export class LayerFrame {
  readonly #layer = inject<DialogRef>(DialogRef);

  readonly titleId = input.required<string>();
  readonly heading = input.required<string>();
  readonly isClosable = input(true);

  close(): void {
    this.#layer.close();
  }
}
