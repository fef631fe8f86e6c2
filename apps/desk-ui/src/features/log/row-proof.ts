// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, DOCUMENT, inject, input, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LogRowsStore } from '../../data/log/log-rows-store';

/** The proof that a row stands in the log, to be copied and given to whoever wants to check it. */
@Component({
  selector: 'app-row-proof',
  imports: [TranslocoPipe],
  template: `
    <button type="button" class="button small" [attr.aria-disabled]="isBusy()" (click)="copy()">{{ 'log.proof.copy' | transloco }}</button>
    @if (proof(); as text) {
      <div class="field">
        <label [for]="'proof-' + rowId()">{{ 'log.proof.label' | transloco }}</label>
        <textarea #field class="input mono" rows="3" readonly [id]="'proof-' + rowId()" [value]="text"></textarea>
      </div>
    }
    <p class="help" role="status">
      @if (told(); as words) {
        {{ words | transloco }}
      }
    </p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
      align-items: start;
      min-width: 0;
    }
    .field {
      width: 100%;
    }
    textarea {
      overflow-wrap: anywhere;
    }
  `,
})
export class RowProof {
  readonly #store = inject(LogRowsStore);
  readonly #document = inject(DOCUMENT);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  readonly rowId = input.required<string>();
  readonly proof = signal<string | null>(null);
  readonly isBusy = signal(false);
  /** Key of the catalogue. */
  readonly told = signal<string | null>(null);

  async copy(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    const answer = await this.#store.proof(this.rowId());
    this.isBusy.set(false);
    if (answer.kind !== 'done') {
      this.told.set(answer.kind === 'refused' && answer.problem.code === 'not-sealed-yet' ? 'log.proof.notYet' : 'log.proof.failed');
      return;
    }
    this.proof.set(answer.value.proof);
    const isCopied = await this.#write(answer.value.proof);
    this.told.set(isCopied ? 'log.proof.copied' : 'log.proof.shown');
    if (!isCopied) this.#document.defaultView?.setTimeout(() => this.field()?.nativeElement.select());
  }

  /** False where the browser does not let the page copy. */
  async #write(text: string): Promise<boolean> {
    const clipboard: Clipboard | undefined = this.#document.defaultView?.navigator.clipboard;
    if (!clipboard) return false;
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
}
