// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { bindKey } from '../../../ui/keyboard/keyboard';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { hasSentence } from '../../../ui/notice/problem-tones';
import { Shape } from '../../../ui/shape/shape';
import type { RefusalReason } from './refusal-reasons';

/** How the operator ended the case. */
export type CaseEnd = { readonly kind: 'refuse'; readonly reason: RefusalReason; readonly note: string | null } | { readonly kind: 'abandon' };

interface RefuseData {
  readonly number: number;
  readonly proposed: RefusalReason | undefined;
  /** Why it may be refused; none: it may not. */
  readonly reasons: readonly RefusalReason[];
  readonly canAbandon: boolean;
}

/** Why the case ends here, with the sentence that goes with the reason. */
@Component({
  selector: 'app-refuse-layer',
  imports: [TranslocoPipe, LayerFrame, Shape],
  templateUrl: './refuse-layer.html',
  styleUrl: './refuse-layer.scss',
})
export class RefuseLayer {
  readonly #layer = inject<DialogRef<CaseEnd>>(DialogRef);

  readonly data = inject<RefuseData>(DIALOG_DATA);
  readonly choices: readonly (RefusalReason | 'abandon')[] = [...this.data.reasons, ...(this.data.canAbandon ? (['abandon'] as const) : [])];
  readonly chosen = signal<RefusalReason | 'abandon' | null>(this.data.proposed ?? null);
  readonly note = signal('');
  readonly isChoiceMissing = signal(false);
  readonly sentence = computed(() => {
    const chosen = this.chosen();
    if (chosen === null) return null;
    if (chosen === 'abandon') return 'sentences.abandoned';
    return hasSentence(chosen) ? `problems.${chosen}.sentence` : null;
  });

  constructor() {
    bindKey('Enter', () => this.confirm());
  }

  choose(choice: RefusalReason | 'abandon'): void {
    this.chosen.set(choice);
    this.isChoiceMissing.set(false);
  }

  confirm(): void {
    const chosen = this.chosen();
    this.isChoiceMissing.set(chosen === null);
    if (chosen === 'abandon') this.#layer.close({ kind: 'abandon' });
    else if (chosen) this.#layer.close({ kind: 'refuse', reason: chosen, note: this.note().trim() || null });
  }
}
