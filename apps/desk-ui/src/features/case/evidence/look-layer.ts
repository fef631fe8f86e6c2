// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvidenceFileView } from '@sportello/contracts';
import { LayerFrame } from '../../../ui/layer/layer-frame';
import { Notice } from '../../../ui/notice/notice';

export interface LookData {
  readonly file: EvidenceFileView;
  /** @param page from 1 */
  readonly addressOf: (page: number) => string;
}

/** A file to be looked at, a page at a time, each as a picture. That it was looked at is told in the log. */
@Component({
  selector: 'app-look-layer',
  imports: [TranslocoPipe, LayerFrame, Notice],
  templateUrl: './look-layer.html',
  styles: `
    img {
      display: block;
      max-width: 100%;
      margin-inline: auto;
      border: 1px solid var(--line);
      background: var(--page);
    }
    .pages {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      margin-bottom: 0.75rem;
    }
  `,
})
export class LookLayer {
  readonly data = inject<LookData>(DIALOG_DATA);
  readonly page = signal(1);
  readonly hasFailed = signal(false);
  readonly address = computed(() => this.data.addressOf(this.page()));

  turn(by: 1 | -1): void {
    const next = this.page() + by;
    if (next < 1 || next > this.data.file.pages) return;
    this.hasFailed.set(false);
    this.page.set(next);
  }
}
