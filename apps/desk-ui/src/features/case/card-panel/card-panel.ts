// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import { writtenDate } from '../../../data/time/desk-time';
import { GroupedCode } from '../../../ui/code/grouped-code';
import { Loading } from '../../../ui/loading/loading';
import { ReaderPicture } from '../../../ui/reader-picture/reader-picture';
import { State } from '../../../ui/shape/state';
import type { ReaderTrouble } from '../../../ui/states/reader-trouble';
import { SayPipe } from '../../../ui/words/say.pipe';
import type { CardPlace } from './card-place';
import { CARD_SHAPES, certificateFinding, revocationFinding, warningFindings } from './card-rows';

/** The card in the reader, or the empty reader: always at the left. */
@Component({
  selector: 'app-card-panel',
  imports: [TranslocoPipe, SayPipe, State, GroupedCode, Loading, ReaderPicture],
  templateUrl: './card-panel.html',
  styleUrl: './card-panel.scss',
  host: { class: 'panel', role: 'region', 'aria-labelledby': 'card-panel-title', '[class.dashed]': 'isEmpty()' },
})
export class CardPanel {
  readonly place = input.required<CardPlace>();
  readonly inHand = input.required<CaseView | null>();

  /** Why the reader shows no card, when it is not that the card was taken out. */
  readonly trouble = input<ReaderTrouble | null>(null);

  /** In the step *Identità* the person is the page's heading; elsewhere the message of the moment is. */
  readonly isTitle = input(false);

  readonly isEmpty = computed(() => this.place().kind === 'empty' || this.place().kind === 'foreign');
  readonly absence = computed(() => (this.place().kind === 'empty' ? this.trouble() : null));
  readonly card = computed(() => {
    const place = this.place();
    return place.kind === 'card' ? place.card : null;
  });
  /** Eleven digits: given until the regular code can be, and telling nothing of the person. */
  readonly isProvisional = computed(() => /^\d{11}$/.test(this.card()?.holder.codiceFiscale ?? ''));
  readonly shapes = CARD_SHAPES;
  readonly certificate = certificateFinding;
  readonly revocation = revocationFinding;
  readonly warnings = warningFindings;
  readonly written = writtenDate;
}
