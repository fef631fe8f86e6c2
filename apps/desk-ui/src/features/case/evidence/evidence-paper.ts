// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { EvidenceFileView } from '@sportello/contracts';
import type { Sending } from '../../../data/evidence/evidence-store';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import type { Trouble } from '../../../ui/notice/told-trouble';
import type { ShapeName } from '../../../ui/shape/shape';
import { State } from '../../../ui/shape/state';
import { Language } from '../../../ui/words/language';
import { SayPipe } from '../../../ui/words/say.pipe';
import { whatBecameOfIt, whatItIs } from './file-line';
import { hasBytes } from './paper-rows';
import type { PaperRow, PaperStanding } from './paper-rows';

const SHAPES: Readonly<Record<PaperStanding, ShapeName>> = { kept: 'done', missing: 'attention', optional: 'unknown' };

/** One paper of a case with its files. A file is chosen with the button, or dropped on the row. */
@Component({
  selector: 'app-evidence-paper',
  imports: [TranslocoPipe, SayPipe, State, TroubleNotice],
  templateUrl: './evidence-paper.html',
  styleUrl: './evidence-paper.scss',
})
export class EvidencePaperRow {
  readonly #transloco = inject(TranslocoService);
  readonly #language = inject(Language);

  readonly row = input.required<PaperRow>();
  readonly canAdd = input.required<boolean>();
  readonly canWithdraw = input.required<boolean>();
  readonly sending = input.required<Sending | null>();
  readonly trouble = input.required<Trouble | null>();
  readonly hidesPictures = input.required<boolean>();
  readonly thumbnailOf = input.required<(fileId: string) => string>();
  readonly chosen = output<File>();
  readonly looked = output<EvidenceFileView>();
  readonly withdrawn = output<EvidenceFileView>();
  readonly understood = output();

  readonly isOver = signal(false);
  readonly id = computed(() => `evidence-${this.row().paper}`);
  readonly shape = computed(() => SHAPES[this.row().standing]);
  readonly paperName = computed(() => {
    this.#language.current();
    return this.#transloco.translate(`evidence.papers.${this.row().paper}`);
  });
  readonly hasBytes = hasBytes;
  readonly whatItIs = whatItIs;
  readonly whatBecameOfIt = whatBecameOfIt;

  choose(chooser: HTMLInputElement): void {
    const file = chooser.files?.item(0);
    if (file) this.chosen.emit(file);
    // The same file can be chosen again.
    chooser.value = '';
  }

  /** Without this the browser opens the file in place of the page. */
  over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(this.canAdd());
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files.item(0);
    if (file && this.canAdd()) this.chosen.emit(file);
  }
}
