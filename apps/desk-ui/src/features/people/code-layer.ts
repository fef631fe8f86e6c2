// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InvitationCode } from '@sportello/contracts';
import { dateAndTime } from '../../data/time/desk-time';
import { LayerFrame } from '../../ui/layer/layer-frame';

/** The code of an invitation, the one time that it can be read. */
@Component({
  selector: 'app-code-layer',
  imports: [TranslocoPipe, LayerFrame],
  template: `
    <app-layer-frame titleId="code-title" [heading]="'people.code.title' | transloco: { name: made.displayName }" [isClosable]="false">
      <p id="invitation-code" class="code mono">{{ made.code }}</p>
      <p>{{ 'people.code.handOver' | transloco: { username: made.username, until: until } }}</p>
      <p>{{ 'people.code.once' | transloco }}</p>
      <button type="button" class="button primary ready" (click)="close()">{{ 'people.code.done' | transloco }}</button>
    </app-layer-frame>
  `,
  styles: `
    .code {
      font-size: 1.75rem;
      line-height: 2.125rem;
    }
    p {
      margin-bottom: 0.75rem;
    }
  `,
})
export class CodeLayer {
  readonly #layer = inject<DialogRef>(DialogRef);

  readonly made = inject<InvitationCode>(DIALOG_DATA);
  readonly until = dateAndTime(this.made.expiresAt);

  close(): void {
    this.#layer.close();
  }
}
