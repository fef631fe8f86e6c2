// SPDX-License-Identifier: AGPL-3.0-or-later
import { DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CaseStore } from '../../data/case/case-store';
import type { SignedIn } from '../../data/session/sign-in';
import { SignInForm } from '../../features/sign-in/sign-in-form';
import { SingleSignOnLink } from '../../features/sign-in/single-sign-on-link';
import { LayerFrame } from '../../ui/layer/layer-frame';

/** Sign-in over the same page, when the session has expired. What was typed is still under it. */
@Component({
  selector: 'app-session-layer',
  imports: [TranslocoPipe, LayerFrame, SignInForm, SingleSignOnLink],
  template: `
    <app-layer-frame titleId="session-title" [heading]="'session.title' | transloco" [isClosable]="false">
      <p>
        @if (number; as number) {
          {{ 'session.caseIsHere' | transloco: { number } }}
        } @else {
          {{ 'session.pageIsHere' | transloco }}
        }
      </p>
      <app-sign-in-form (signedIn)="goOn($event)" />
      <app-single-sign-on-link [isOverPage]="true" (signedIn)="goOn($event)" />
    </app-layer-frame>
  `,
  styles: `
    p {
      margin-bottom: 1rem;
    }
  `,
})
export class SessionLayer {
  readonly #layer = inject<DialogRef>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly number = inject(CaseStore).case()?.number;

  /** Nobody goes on with another operator's work: the page then begins anew, from the server's state. */
  goOn(outcome: SignedIn): void {
    if (outcome === 'signed-in') this.#layer.close();
    else this.#document.defaultView?.location.reload();
  }
}
