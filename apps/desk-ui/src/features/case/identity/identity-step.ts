// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@sportello/contracts';
import type { EnvelopeStyle } from '@sportello/domain';
import type { Mrz } from '@sportello/domain/mrz';
import { CaseStore } from '../../../data/case/case-store';
import type { ActAnswer } from '../../../data/case/case-store';
import { DeskStore } from '../../../data/desk/desk-store';
import { writtenDate } from '../../../data/time/desk-time';
import { focusMover } from '../../../ui/focus/focus';
import { differingParts } from '../../../ui/identity/differing-parts';
import { Notice } from '../../../ui/notice/notice';
import { toldTrouble } from '../../../ui/notice/told-trouble';
import { TroubleNotice } from '../../../ui/notice/trouble-notice';
import { Layers } from '../../../ui/layer/layers';
import { State } from '../../../ui/shape/state';
import { takeScans } from '../../../ui/scanner/scanner';
import { wording } from '../../../ui/words/wording';
import { ActionBar } from '../action-bar/action-bar';
import type { Note } from '../action-bar/action-bar';
import { CaseActions } from '../case-actions';
import { CaseDrafts } from '../case-drafts';
import type { CardPlace } from '../card-panel/card-place';
import { CardAway } from '../card-away/card-away';
import { ApplicantCardPart } from '../application/applicant-card-part';
import { isOfChild, presentedCard } from '../application/applicant-card-form';
import { ApplicantComparison } from '../application/applicant-comparison';
import { ApplicationParts } from '../application/application-parts';
import { PersonFields } from '../../../ui/identity/person-fields';
import { SameVisitPart } from '../application/same-visit-part';
import { WhoCame } from '../application/who-came';
import { EnvelopeChoice } from '../envelope-choice/envelope-choice';
import { EvidenceSection } from '../evidence/evidence-section';
import { ComparisonTable } from './comparison-table';
import { DocumentFields } from '../../../ui/identity/document-fields';
import { hintsOf, toMend } from '../../../ui/identity/document-findings';
import type { Identification, ScanTaken } from './identification';
import { notesOf } from './missing-notes';
import { MrzLayer } from '../../../ui/identity/mrz-layer';
import { documentSentence } from '../../../ui/identity/document-sentence';

/** *Identità*: the document of whoever is at the counter, compared with their chip, and what else their kind of case asks for. */
@Component({
  selector: 'app-identity-step',
  imports: [
    TranslocoPipe,
    ActionBar,
    ApplicantCardPart,
    ApplicantComparison,
    ApplicationParts,
    CardAway,
    ComparisonTable,
    DocumentFields,
    EnvelopeChoice,
    EvidenceSection,
    Notice,
    PersonFields,
    SameVisitPart,
    State,
    TroubleNotice,
    WhoCame,
  ],
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
    return work && !work.refusal() ? { words: wording(this.needsApproval() ? 'identity.primaryAsk' : 'identity.primary'), isReady: work.isReady() } : null;
  });
  readonly notes = computed<readonly Note[]>(() => {
    const work = this.work();
    if (!work) return [{ shape: 'interrupted', words: wording('cardAway.waiting'), help: wording('cardAway.noKey') }];
    const refusal = this.refusal();
    if (refusal) return [{ shape: 'stopped', words: refusal.heading }];
    if (!work.isReady()) return notesOf(work.missing());
    if (this.needsApproval()) return [{ shape: 'done', words: wording('identity.nothingMissing'), help: wording('identity.willAsk') }];
    const sheet = this.#desk()?.sheets.next;
    const help = sheet ? wording('identity.willPrint', { sheet }) : wording('identity.willPrintNoSheet');
    return [{ shape: 'done', words: wording('identity.nothingMissing'), help }];
  });
  /** Null when whoever stands here is identified from the start. */
  readonly sameVisit = computed(() => (this.work()?.isCarriedOver() ? this.case().sameVisit : null));
  readonly quality = computed(() => this.case().needs?.applicant ?? 'holder');
  /** An adult's own case, with a child's card in the other reader. */
  readonly cardsMaySwap = computed(() => this.work()?.isHolderHere() === true && isOfChild(presentedCard(this.#desk()?.secondCard ?? null, this.case().card?.idCarta)));
  /** Where no row of a comparison stands for it: in what the API found the applicant's papers to differ. */
  readonly differing = computed(() => {
    const work = this.work();
    const isWithoutRows = work !== null && !work.isHolderHere() && work.applicant.comparison() === null;
    return isWithoutRows ? differingParts(this.trouble()) : [];
  });
  /** Under the document stands more than its five fields: on a low screen the rows of the comparison make room for it. */
  readonly isCrowded = computed(() => {
    const { document, application } = this.work() ?? {};
    if (application?.asksTitle() || application?.asksDecree()) return true;
    return document !== undefined && (document.mayHaveNoExpiry() || hintsOf(document).length > 0 || toMend(document).some(({ field, is }) => is === 'wrong' && document.hasLeft(field)));
  });
  readonly needsApproval = computed(() => this.case().needs?.needsApproval ?? false);
  readonly envelope = computed(() => this.#drafts.envelopeOf(this.case()));
  readonly refusal = computed(() => {
    const refusal = this.work()?.refusal();
    if (!refusal) return null;
    const facts = refusal.kind === 'document-expired' ? { date: writtenDate(refusal.expiredOn) } : {};
    const sentence = documentSentence(refusal, this.work()?.document.type() ?? 'cie');
    return { ...toldTrouble({ kind: 'refused', problem: { code: refusal.kind } }, facts), sentence };
  });

  constructor() {
    takeScans(({ text, recognised }) => {
      // A signed declaration comes back by its barcode.
      if (recognised.kind === 'form' && recognised.formNumber.paper === 'self-declaration') {
        void this.#cases.scan(text);
        return;
      }
      const taken = this.work()?.take(recognised) ?? 'not-mine';
      this.scanTrouble.set(taken === 'taken' ? null : taken);
      if (taken === 'taken') this.#goToFirstMissing();
    });
  }

  /** Enter, from any field: leads to what is missing, or says that the face is the document's and prints. */
  async press(): Promise<void> {
    this.#leaveField();
    const work = this.work();
    if (!work?.isReady()) {
      this.#goToFirstMissing();
      return;
    }
    const { id } = this.case();
    const answer = await this.#identify(work);
    if (answer?.kind === 'done') this.#drafts.drop(id);
  }

  /** The operator has looked: what is written otherwise is the same person. */
  async acceptAndGoOn(): Promise<void> {
    this.work()?.applicant.accept(this.differing());
    await this.press();
  }

  isAnother(): void {
    this.work()?.application.isSomebodyElse.set(true);
    this.#focus('#document-number');
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

  async #identify(work: Identification): Promise<ActAnswer> {
    const envelope = this.envelope();
    const carried = work.isCarriedOver() ? work.sameVisitRequest() : null;
    if (carried) return this.#cases.identifySameVisit({ ...carried, envelope });
    const request = work.request();
    return request ? this.#cases.identify({ ...request, envelope }) : undefined;
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
