// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DestroyRef, effect, inject, input, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvidenceFileView, WithdrawEvidenceRequest } from '@sportello/contracts';
import type { EvidencePaper } from '@sportello/domain';
import { EvidenceStore } from '../../../data/evidence/evidence-store';
import { Announcer } from '../../../ui/announcer/announcer';
import { Layers } from '../../../ui/layer/layers';
import { Loading } from '../../../ui/loading/loading';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { wording } from '../../../ui/words/wording';
import { EvidencePaperRow } from './evidence-paper';
import { LookLayer } from './look-layer';
import type { LookData } from './look-layer';
import type { OfferedPaper } from './offered-papers';
import { paperRows } from './paper-rows';
import { WithdrawLayer } from './withdraw-layer';

const MILLION = 1_000_000;

/** The files of a case, paper by paper: what is missing, what is kept; to add, to look at, to take back. Whatever lies over it goes with it. */
@Component({
  selector: 'app-evidence-panel',
  imports: [TranslocoPipe, EvidencePaperRow, Loading, TroubleNotice],
  templateUrl: './evidence-panel.html',
  styleUrl: './evidence-panel.scss',
  providers: [EvidenceStore],
})
export class EvidencePanel {
  readonly #store = inject(EvidenceStore);
  readonly #layers = inject(Layers);
  readonly #announcer = inject(Announcer);
  #layer: { close(): void } | undefined;

  readonly caseId = input.required<string>();
  readonly papers = input.required<readonly OfferedPaper[]>();
  /** While nobody's card is here: the files are named, and shown to whoever asks for one. */
  readonly hidesPictures = input(false);

  readonly view = this.#store.view;
  readonly sending = this.#store.sending;
  readonly rows = computed(() => paperRows(this.papers(), this.view()?.files ?? []));
  readonly general = computed(() => (this.#store.trouble()?.paper === null ? this.#store.trouble()?.trouble : null));
  readonly limits = computed(() => {
    const { bytes = 0, pages = 0, files = 0 } = this.view()?.limits ?? {};
    return { megabytes: bytes / MILLION, pages, files };
  });
  readonly thumbnailOf = (fileId: string): string => this.#store.thumbnailOf(fileId);

  constructor() {
    effect(() => {
      const caseId = this.caseId();
      untracked(() => void this.#store.open(caseId));
    });
    inject(DestroyRef).onDestroy(() => this.#layer?.close());
  }

  open(): void {
    void this.#store.open(this.caseId());
  }

  troubleOf(paper: EvidencePaper) {
    const told = this.#store.trouble();
    return told?.paper === paper ? told.trouble : null;
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  async add(paper: EvidencePaper, file: File): Promise<void> {
    if (await this.#store.add(paper, file)) this.#announcer.say(wording('evidence.added'));
  }

  look(file: EvidenceFileView): void {
    const data: LookData = { file, addressOf: (page) => this.#store.pageOf(file.id, page) };
    this.#layer = this.#layers.open(LookLayer, { data, labelledBy: 'look-title', isWide: true });
  }

  withdraw(file: EvidenceFileView): void {
    const layer = this.#layers.open<WithdrawEvidenceRequest['reason']>(WithdrawLayer, { data: file, labelledBy: 'withdraw-title' });
    this.#layer = layer;
    layer.closed.subscribe((reason) => {
      if (reason !== undefined) void this.#take(file, reason);
    });
  }

  async #take({ id, paper }: EvidenceFileView, reason: WithdrawEvidenceRequest['reason']): Promise<void> {
    if (await this.#store.withdraw(paper, id, reason)) this.#announcer.say(wording('evidence.withdrawn'));
  }
}
