// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TransferView } from '@sportello/contracts';
import { SheetsStore } from '../../data/custody/sheets-store';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { Loading } from '../../ui/loading/loading';
import { MatterList } from '../../ui/matters/matter-list';
import type { SignedMatter } from '../../ui/matters/matter-list';
import { rangesText, sizeOf } from '../../ui/matters/ranges';
import { takeSheetScans } from '../../ui/matters/scanned-number';
import { Announcer } from '../../ui/announcer/announcer';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { State } from '../../ui/shape/state';
import { wording } from '../../ui/words/wording';
import { BagPanel } from './bag-panel';
import { SheetActForm } from './sheet-act-form';
import type { SheetRequest } from './sheet-form';
import { TransferPanel } from './transfer-panel';

/** *Fogli*: where every blind sheet is, what is done with them, and what is to be explained. */
@Component({
  selector: 'app-sheets-page',
  imports: [TranslocoPipe, Loading, MatterList, TroubleNotice, State, SheetActForm, BagPanel, TransferPanel],
  templateUrl: './sheets-page.html',
  styleUrl: './sheets-page.scss',
  // Its own: what it shows leaves with the page.
  providers: [SheetsStore],
})
export class SheetsPage {
  readonly #store = inject(SheetsStore);
  readonly #session = inject(SessionState);
  readonly #announcer = inject(Announcer);

  readonly sheets = this.#store.view;
  readonly hasFailed = this.#store.hasFailed;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly mayKeep = computed(() => this.#session.may('sheets.keep'));
  readonly mayInspect = computed(() => this.#session.may('sheets.inspect'));
  readonly done = signal(0);
  readonly rangesText = rangesText;

  constructor() {
    takeSheetScans(() => undefined);
    const desk = inject(DeskStore).desk;
    // Each hint of the desk is one for its sheets too.
    effect(() => {
      desk();
      untracked(() => void this.#store.refresh());
    });
  }

  countOf(ranges: readonly { readonly first: string; readonly last: string }[]): number {
    return ranges.reduce((sum, range) => sum + sizeOf(range), 0);
  }

  async ask({ path, body }: SheetRequest): Promise<void> {
    if (!(await this.#store.act(path, body))) return;
    this.done.update((count) => count + 1);
    this.#announcer.say(wording('sheets.done'));
  }

  arrive({ transfer, ranges }: { readonly transfer: TransferView; readonly ranges: readonly { readonly first: string; readonly last: string }[] }): void {
    void this.ask({ path: `transfers/${transfer.id}/arrival`, body: { ranges } });
  }

  sign({ id, signature }: SignedMatter): void {
    void this.#store.sign(id, signature);
  }

  retry(): void {
    void this.#store.refresh();
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }
}
