// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service } from '@angular/core';
import { CaseStore } from '../../data/case/case-store';
import { DeskStore } from '../../data/desk/desk-store';
import { ageInReader } from '../../data/desk/inserted-card';
import { SessionState } from '../../data/session/session-state';
import { Layers } from '../../ui/layer/layers';
import { ShowToCitizen } from '../../ui/show-to-citizen/show-to-citizen';
import { phraseOf } from '../../ui/show-to-citizen/phrase-of';
import type { Wording } from '../../ui/words/wording';
import { CaseDrafts } from './case-drafts';
import { phraseOfCase } from './case-phrase';
import { refusalReasonsFor } from './refuse/refusal-reasons';
import type { RefusalReason } from './refuse/refusal-reasons';
import { RefuseLayer } from './refuse/refuse-layer';
import type { CaseEnd } from './refuse/refuse-layer';
import { BringLayer } from './bring-layer';
import type { BringData } from './bring-layer';

/** What can be done from every step: the layers, to put the case aside, to end it. */
@Service({ autoProvided: false })
export class CaseActions {
  readonly #cases = inject(CaseStore);
  readonly #drafts = inject(CaseDrafts);
  readonly #layers = inject(Layers);
  readonly #show = inject(ShowToCitizen);
  readonly #session = inject(SessionState);
  readonly #desk = inject(DeskStore);

  readonly canEnd = computed(() => this.#allows('refuse') || this.#allows('abandon'));
  /** A written card's envelope goes into the safe; before that, putting aside only leaves the page. */
  readonly canSuspend = computed(() => this.#cases.case() !== null);

  showWhatToBring(): void {
    const data: BringData = {
      deskKind: this.#session.session()?.desk.kind ?? 'asl',
      holderAge: ageInReader(this.#desk.desk()?.cardInReader ?? null),
      caseKind: this.#cases.case()?.kind ?? null,
      casePurpose: this.#cases.case()?.purpose ?? 'activation',
    };
    this.#layers.open(BringLayer, { data, labelledBy: 'bring-title' });
  }

  showToCitizen(sentence: Wording | null): void {
    const inHand = this.#cases.case();
    if (sentence) this.#show.open({ sentence, phrase: phraseOf(sentence) });
    else this.#show.open({ sentence: null, phrase: inHand ? phraseOfCase(inHand) : 'bring-holder' });
  }

  async suspend(): Promise<void> {
    if (!this.#allows('suspend')) {
      this.#cases.leave();
      return;
    }
    const answer = await this.#cases.suspend();
    if (answer?.kind === 'done') this.#cases.leave();
  }

  end(proposed?: RefusalReason): void {
    const inHand = this.#cases.case();
    if (!inHand) return;
    const data = { number: inHand.number, proposed, reasons: this.#allows('refuse') ? refusalReasonsFor(inHand.needs) : [], canAbandon: this.#allows('abandon') };
    this.#layers.open<CaseEnd>(RefuseLayer, { data, labelledBy: 'refuse-title' }).closed.subscribe((end) => void this.#end(inHand.id, end));
  }

  async #end(caseId: string, end: CaseEnd | undefined): Promise<void> {
    if (!end) return;
    const answer = end.kind === 'abandon' ? await this.#cases.abandon() : await this.#cases.refuse({ reason: end.reason, note: end.note });
    if (answer?.kind === 'done') this.#drafts.drop(caseId);
  }

  #allows(act: 'refuse' | 'abandon' | 'suspend'): boolean {
    return this.#cases.case()?.acts.includes(act) ?? false;
  }
}
