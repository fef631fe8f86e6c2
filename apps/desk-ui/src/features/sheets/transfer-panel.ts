// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SheetRangeMessage, TransferView } from '@sportello/contracts';
import { rangesText, typedNumber } from '../../ui/matters/ranges';
import { State } from '../../ui/shape/state';

export interface ArrivedSheets {
  readonly transfer: TransferView;
  readonly ranges: readonly SheetRangeMessage[];
}

/** Sheets on the way. Whoever opens the parcel says what is in it: all, or from which number to which. */
@Component({
  selector: 'app-transfer-panel',
  imports: [TranslocoPipe, State],
  templateUrl: './transfer-panel.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: flex-end;
      padding: 0.5rem 0;
      border-bottom: 1px solid var(--line-2);
    }
    .number {
      font-family: var(--bs-font-monospace);
    }
    .told {
      flex: 1 1 14rem;
    }
    .field {
      width: 8rem;
    }
  `,
})
export class TransferPanel {
  readonly transfers = input.required<readonly TransferView[]>();
  readonly mayKeep = input.required<boolean>();
  readonly arrived = output<ArrivedSheets>();
  readonly drafts = signal<Readonly<Record<string, { readonly first: string; readonly last: string }>>>({});
  readonly rangesText = rangesText;

  write(id: string, end: 'first' | 'last', text: string): void {
    this.drafts.update((all) => ({ ...all, [id]: { ...(all[id] ?? { first: '', last: '' }), [end]: text } }));
  }

  all(transfer: TransferView): void {
    this.arrived.emit({ transfer, ranges: transfer.missing });
  }

  some(transfer: TransferView): void {
    const draft = this.drafts()[transfer.id];
    const [first, last] = [typedNumber(draft?.first ?? ''), typedNumber(draft?.last ?? '')];
    if (first !== undefined && last !== undefined) this.arrived.emit({ transfer, ranges: [{ first, last }] });
  }
}
