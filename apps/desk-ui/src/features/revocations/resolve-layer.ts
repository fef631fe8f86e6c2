// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResolveRevocationRequest } from '@sportello/contracts';
import { isReasonTold } from '@sportello/domain';
import { LayerFrame } from '../../ui/layer/layer-frame';
import { Shape } from '../../ui/shape/shape';

export interface ResolveData {
  readonly number: string;
  readonly revision: number;
}

const CAUSES: readonly ResolveRevocationRequest['cause'][] = ['sent-anew', 'accepted-elsewhere', 'seen-revoked', 'certificate-unknown', 'withdrawn'];

/** What becomes of a request that got stuck at the authority, and why. Closes with the answer. */
@Component({
  selector: 'app-resolve-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './resolve-layer.html',
  styleUrl: './decision-layer.scss',
})
export class ResolveLayer {
  readonly #layer = inject<DialogRef<ResolveRevocationRequest>>(DialogRef);
  readonly #document = inject(DOCUMENT);

  readonly data = inject<ResolveData>(DIALOG_DATA);
  readonly causes = CAUSES;
  readonly cause = signal<ResolveRevocationRequest['cause'] | null>(null);
  readonly reason = signal('');
  readonly told = signal<'cause' | 'reason' | null>(null);

  confirm(event: Event): void {
    event.preventDefault();
    const cause = this.cause();
    if (cause === null) this.#tell('cause', 'resolve-sent-anew');
    else if (!isReasonTold(this.reason())) this.#tell('reason', 'resolve-reason');
    else this.#layer.close({ revision: this.data.revision, cause, reason: this.reason().trim() });
  }

  #tell(what: 'cause' | 'reason', fieldId: string): void {
    this.told.set(what);
    this.#document.getElementById(fieldId)?.focus();
  }
}
