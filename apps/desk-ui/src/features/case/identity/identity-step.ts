// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import type { EnvelopeStyle } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import { CaseStore } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { writtenDate } from '../../../data/time/desk-time';
import { focusMover } from '../../../ui/focus/focus';
import { Notice } from '../../../ui/notice/notice';
import { toldTrouble } from '../../../ui/notice/told-trouble';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { Layers } from '../../../ui/layer/layers';
import { takeScans } from '../../../ui/scanner/scanner';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import { CaseActions } from '../case-actions';
import { CaseDrafts } from '../case-drafts';
import type { CardPlace } from '../card-panel/card-place';
import { CardAway } from '../card-away/card-away';
import { EnvelopeChoice } from '../envelope-choice/envelope-choice';
import { EvidenceSection } from '../evidence/evidence-section';
import { ComparisonTable } from './comparison-table';
import { DocumentFields } from './document-fields';
import type { Missing, ScanTaken } from './identification';
import { MrzLayer } from './mrz-layer';
import { documentSentence } from './document-sentence';

/** As many as the bar has room for. */
const NOTES_SHOWN = 3;

/** *Identità*: the document of whoever is at the counter, compared with the chip. */
@Component({
  selector: 'app-identity-step',
  imports: [TranslocoPipe, ActionBar, EnvelopeChoice, DocumentFields, ComparisonTable, EvidenceSection, Notice, TroubleNotice, CardAway],
  templateUrl: './identity-step.html',
  styleUrl: './identity-step.scss',
})
export class IdentityStep {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #focus = focusMover();
  readonly #cases = inject(CaseStore);
  readonly #drafts = inject(CaseDrafts);
  readonly #actions = inject(CaseActions);
  readonly #layers = inject(Layers);
  readonly #desk = inject(DeskStore).desk;

  readonly case = input.required<CaseView>();
  readonly place = input.required<CardPlace>();
  readonly trouble = this.#cases.trouble;
  readonly isBusy = this.#cases.isBusy;
  /** What was scanned last and could not be taken. */
  readonly scanTrouble = signal<Exclude<ScanTaken, 'taken'> | null>(null);

  /** Null while the card is away: nothing personal without its card. */
  readonly work = computed(() => {
    const place = this.place();
    return place.kind === 'card' ? this.#drafts.of(this.case().id, place.card.holder) : null;
  });
  readonly primary = computed(() => {
    const work = this.work();
    return work && !work.refusal() ? { words: wording('identity.primary'), isReady: work.isReady() } : null;
  });
  readonly notes = computed<readonly Note[]>(() => {
    const work = this.work();
    if (!work) return [{ shape: 'interrupted', words: wording('cardAway.waiting'), help: wording('cardAway.noKey') }];
    const refusal = this.refusal();
    if (refusal) return [{ shape: 'stopped', words: refusal.heading }];
    if (!work.isReady()) return missingNotes(work.missing());
    const sheet = this.#desk()?.sheets.next;
    const help = sheet ? wording('identity.willPrint', { sheet }) : wording('identity.willPrintNoSheet');
    return [{ shape: 'done', words: wording('identity.nothingMissing'), help }];
  });
  readonly envelope = computed(() => this.#drafts.envelopeOf(this.case()));
  readonly refusal = computed(() => {
    const refusal = this.work()?.refusal();
    if (!refusal) return null;
    const facts = refusal.kind === 'document-expired' ? { date: writtenDate(refusal.expiredOn) } : {};
    const sentence = documentSentence(refusal, this.work()?.document.type() ?? 'cie');
    return { ...toldTrouble({ kind: 'refused', problem: { code: refusal.kind } }, facts), sentence };
  });

  constructor() {
    takeScans(({ recognised }) => {
      const taken = this.work()?.take(recognised) ?? 'not-mine';
      this.scanTrouble.set(taken === 'taken' ? null : taken);
      if (taken === 'taken') this.#goToFirstMissing();
    });
  }

  /** Enter, from any field: leads to what is missing, or says that the face is the document's and prints. */
  async press(): Promise<void> {
    this.#leaveField();
    const work = this.work();
    const request = work?.request();
    if (!request) {
      this.#goToFirstMissing();
      return;
    }
    const { id } = this.case();
    const answer = await this.#cases.identify({ ...request, envelope: this.envelope() });
    if (answer?.kind === 'done') this.#drafts.drop(id);
  }

  wish(style: EnvelopeStyle): void {
    this.#drafts.wish(this.case().id, style);
  }

  useAnother(): void {
    this.work()?.startAnew();
    this.#focus('#document-type');
  }

  /** The zone, typed by hand from the document. */
  typeZone(): void {
    const work = this.work();
    if (!work) return;
    this.#layers.open<Mrz>(MrzLayer, { data: work.today, labelledBy: 'mrz-title' }).closed.subscribe((mrz) => {
      if (!mrz) return;
      const taken = work.fillFrom(mrz);
      this.scanTrouble.set(taken === 'taken' ? null : taken);
      if (taken === 'taken') this.#goToFirstMissing();
    });
  }

  /** Ends the case for a reason that is no document's: the bearer of an STP or ENI code has no TS-CNS. */
  refuseFor(reason: 'stp-eni'): void {
    this.#actions.end(reason);
  }

  close(): void {
    const kind = this.work()?.refusal()?.kind;
    this.#actions.end(kind);
  }

  dismiss(): void {
    this.scanTrouble.set(null);
    this.#cases.dismissTrouble();
  }

  /** The primary action judges the field that still has the cursor, too. */
  #leaveField(): void {
    const focused = this.#host.ownerDocument.activeElement;
    if (focused instanceof HTMLElement && this.#host.contains(focused)) focused.dispatchEvent(new Event('blur'));
  }

  #goToFirstMissing(): void {
    const target = this.work()?.missing()[0]?.target;
    if (target) this.#focus(`#${target}`);
  }
}

/** In the order in which they can be solved; what does not fit is counted. */
function missingNotes(missing: readonly Missing[]): readonly Note[] {
  const shown = missing.length > NOTES_SHOWN ? missing.slice(0, NOTES_SHOWN - 1) : missing;
  const notes = shown.map(({ words }): Note => ({ shape: 'attention', words }));
  const left = missing.length - shown.length;
  return left > 0 ? [...notes, { shape: 'attention', words: wording('identity.andMore', { count: left }) }] : notes;
}
