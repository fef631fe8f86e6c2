// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SheetsView } from '@sportello/contracts';
import { State } from '../../ui/shape/state';
import type { SheetRequest } from './sheet-form';

/** Spoiled sheets: those that lie about go into a numbered bag, and a supervisor opens it at the next inspection. */
@Component({
  selector: 'app-bag-panel',
  imports: [TranslocoPipe, State],
  templateUrl: './bag-panel.html',
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      padding: 0.5rem 0;
      border-bottom: 1px solid var(--line-2);
    }
    .number {
      font-family: var(--bs-font-monospace);
    }
    .finding {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: flex-end;
      width: 100%;
    }
    .finding .field {
      flex: 1 1 14rem;
    }
  `,
})
export class BagPanel {
  readonly sheets = input.required<SheetsView>();
  readonly mayKeep = input.required<boolean>();
  readonly mayInspect = input.required<boolean>();
  readonly asked = output<SheetRequest>();
  readonly findings = signal<Readonly<Record<string, string>>>({});

  write(id: string, text: string): void {
    this.findings.update((all) => ({ ...all, [id]: text }));
  }

  close(): void {
    this.asked.emit({ path: 'bags', body: {} });
  }

  inspect(id: string): void {
    const finding = (this.findings()[id] ?? '').trim();
    if (finding.length >= 3) this.asked.emit({ path: `bags/${id}/inspection`, body: { finding } });
  }
}
