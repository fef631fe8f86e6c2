// SPDX-License-Identifier: AGPL-3.0-or-later
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FunctionalCheckView } from '@sportello/contracts';
import { CardCheckStore } from '../../data/desk/card-check-store';
import { announceChanges } from '../announcer/announcer';
import { LayerFrame } from '../layer/layer-frame';
import { Loading } from '../loading/loading';
import { TroubleNotice } from '../notice/trouble-notice';
import { PrintPaper } from '../print-paper/print-paper';
import { Shape } from '../shape/shape';
import type { ShapeName } from '../shape/shape';
import { State } from '../shape/state';
import { wording } from '../words/wording';

const SHAPE_OF_OUTCOME: Readonly<Record<FunctionalCheckView['rows'][number]['outcome'], ShapeName>> = { ok: 'done', warning: 'attention', bad: 'stopped', 'not-checked': 'unknown' };
const SHAPE_OF_VERDICT: Readonly<Record<FunctionalCheckView['verdict'], ShapeName>> = { works: 'done', doubtful: 'attention', 'works-not': 'stopped' };

/** What was looked at, what it means, and what is said. It names nobody, so that it may stay when the card is taken out. */
@Component({
  selector: 'app-card-check-layer',
  imports: [TranslocoPipe, LayerFrame, Loading, PrintPaper, Shape, State, TroubleNotice],
  templateUrl: './card-check-layer.html',
  styleUrl: './card-check-layer.scss',
  providers: [CardCheckStore],
})
export class CardCheckLayer {
  readonly #store = inject(CardCheckStore);

  readonly check = this.#store.check;
  readonly trouble = this.#store.trouble;
  readonly shapes = SHAPE_OF_OUTCOME;
  readonly shape = computed(() => SHAPE_OF_VERDICT[this.check()?.verdict ?? 'doubtful']);

  constructor() {
    announceChanges(() => {
      const check = this.check();
      return check && wording(`cardCheck.verdicts.${check.verdict}`);
    });
    void this.#store.run(inject<string>(DIALOG_DATA));
  }
}
