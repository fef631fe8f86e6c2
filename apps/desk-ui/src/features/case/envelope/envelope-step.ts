// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import type { EnvelopeStyle } from '@sportello/domain';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { CodeField } from '../../../ui/code-field/code-field';
import { focusMover } from '../../../ui/focus/focus';
import { Notice } from '../../../ui/notice/notice';
import { takeScans } from '../../../ui/scanner/scanner';
import { State } from '../../../ui/shape/state';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import { CaseDrafts } from '../case-drafts';
import { EnvelopeChoice } from '../envelope-choice/envelope-choice';
import { PaperScan } from '../paper-scan';
import { SayPanel } from '../say-panel/say-panel';
import { ScanNotice } from '../scan-notice/scan-notice';
import { SheetTrouble } from '../sheet-trouble/sheet-trouble';
import { obstacleOf } from './obstacle';

/** *Busta*: the sheet is printed, and reading it is the go-ahead; or it could not be printed, and new codes are prepared. */
@Component({
  selector: 'app-envelope-step',
  imports: [TranslocoPipe, ActionBar, CodeField, EnvelopeChoice, Notice, SayPanel, ScanNotice, SheetTrouble, State],
  templateUrl: './envelope-step.html',
  styleUrl: './envelope-step.scss',
  providers: [PaperScan],
})
export class EnvelopeStep {
  readonly #focus = focusMover();
  readonly #cases = inject(CaseStore);
  readonly #drafts = inject(CaseDrafts);
  readonly #desk = inject(DeskStore).desk;

  readonly case = input.required<CaseView>();
  readonly scan = inject(PaperScan);
  readonly isBusy = this.#cases.isBusy;
  readonly isPrinting = computed(() => this.case().state === 'printing');
  readonly envelope = computed(() => this.#drafts.envelopeOf(this.case()));
  readonly isOut = computed(() => this.case().sheet?.state === 'printed');
  readonly sheet = computed(() => this.case().sheet?.controlNumber ?? '');
  readonly canPrint = computed(() => this.case().acts.includes('print-envelope'));
  readonly canVoid = computed(() => this.case().acts.includes('void-envelope'));
  readonly obstacle = computed(() => {
    const { obstacle, state } = this.case();
    return obstacle ? obstacleOf({ obstacle, state }, this.#desk()?.station ?? null) : null;
  });
  readonly spoiledSheet = computed(() => this.case().spoiledSheet);
  readonly preparing = computed(() => (this.spoiledSheet() === null ? 'first' : 'again'));
  readonly primary = computed(() => {
    if (this.isPrinting()) return { words: wording('envelope.primary'), isReady: this.scan.isComplete() };
    return this.canPrint() ? { words: wording(`envelope.prepare.${this.preparing()}.primary`), isReady: true } : null;
  });
  readonly notes = computed<readonly Note[]>(() => {
    if (this.isPrinting()) {
      const shape = this.scan.isComplete() ? 'done' : 'attention';
      return [{ shape, words: wording(this.scan.isComplete() ? 'envelope.codeTyped' : 'envelope.codeMissing', { sheet: this.sheet() }) }];
    }
    if (!this.canPrint()) return [{ shape: 'waiting', words: wording('envelope.waiting') }];
    const next = this.#desk()?.sheets.next;
    return next ? [{ shape: 'unknown', words: wording('envelope.nextSheet', { sheet: next }) }] : [{ shape: 'attention', words: wording('today.noSheet') }];
  });

  constructor() {
    takeScans((scan) => void this.scan.take(scan));
    // A new envelope comes up in the same step: the cursor goes to its code, or to the message.
    effect(() => this.#focus(this.isPrinting() ? '#typed-code' : 'h1'));
  }

  async press(): Promise<void> {
    if (!this.isPrinting()) return void this.#cases.printEnvelope(this.envelope());
    if (!(await this.scan.submit())) this.focusField();
  }

  wish(style: EnvelopeStyle): void {
    this.#drafts.wish(this.case().id, style);
  }

  focusField(): void {
    this.#focus('#typed-code');
  }
}
