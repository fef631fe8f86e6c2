// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallView } from '@sportello/contracts';
import { DEFAULT_CIP_PATTERN } from '@sportello/domain';
import type { CallOutcome, CipPattern, ScriptStep } from '@sportello/domain';
import { CallStore } from '../../data/help-desk/call-store';
import { Clock } from '../../data/time/clock';
import { announceChanges } from '../../ui/announcer/announcer';
import { focusOnArrival } from '../../ui/focus/focus';
import { Layers } from '../../ui/layer/layers';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { CardChoice } from '../../ui/revocation/card-choice';
import { ReadBack } from '../../ui/revocation/read-back';
import { ReasonForm } from '../../ui/revocation/reason-form';
import { selfCheckIn } from '../../ui/self-check/self-check-in';
import { wording } from '../../ui/words/wording';
import { AloudLayer } from './aloud-layer';
import { CallActions } from './call-actions';
import { CallInHand } from './call-in-hand';
import { CallLine } from './call-line';
import { CallerPanel } from './caller-panel';
import { CloseLayer } from './close-layer';
import type { Closing, ClosingData } from './close-layer';
import { EarlierLayer } from './earlier-layer';
import { ElsewhereLayer } from './elsewhere-layer';
import { ElsewherePanel } from './elsewhere-panel';
import { MismatchNotice } from './mismatch-notice';
import { nextAct } from './next-act';
import { NotesPanel } from './notes-panel';
import { RequestNumber } from './request-number';
import { ScriptPanel } from './script-panel';
import { sentencesNow } from './sentences';
import { ToldPlaces } from './told-places';

/** One call from greeting to end, without leaving the page. */
@Component({
  selector: 'app-call-page',
  imports: [TranslocoPipe, CallActions, CallLine, CallerPanel, CardChoice, ElsewherePanel, MismatchNotice, NotesPanel, ReadBack, ReasonForm, RequestNumber, ScriptPanel, TroubleNotice],
  templateUrl: './call-page.html',
  styleUrl: './call-page.scss',
})
export class CallPage {
  readonly #store = inject(CallStore);
  readonly #layers = inject(Layers);
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(Clock);
  readonly #places = inject(ToldPlaces);

  readonly call = input.required<CallView>();
  readonly isSuspensionOn = input(false);
  readonly cipPattern = input<CipPattern>(DEFAULT_CIP_PATTERN);
  /** The call is closed, or laid by. */
  readonly left = output();

  readonly #id = computed(() => this.call().id);
  readonly inHand = linkedSignal<string, CallInHand>({ source: this.#id, computation: () => untracked(() => new CallInHand(this.call(), this.call, { cipPattern: this.cipPattern, selfCheck: selfCheckIn(this.#document) })) });
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly isSaved = this.#store.isSaved;
  readonly mismatch = this.#store.mismatch;
  readonly localNow = this.#clock.now;
  readonly now = computed(() => this.#clock.now() + this.#store.clockLead());
  readonly request = computed(() => this.call().requests.at(-1) ?? null);
  /** Its number is told until another card's turn comes. */
  readonly toldRequest = computed(() => (this.inHand().isAnotherWished() ? null : this.request()));
  /** The request comes together; once its number is told, what is left to say takes its place. */
  readonly isAsking = computed(() => this.inHand().isRevoking() && this.toldRequest() === null);
  readonly wasUnverified = computed(() => this.request()?.standing === 'unverified');
  readonly #isIdentificationWished = signal(false);
  readonly isIdentifying = computed(() => this.inHand().isRevoking() || this.#isIdentificationWished() || this.call().identification !== null);
  readonly next = computed(() => nextAct(this.inHand(), this.mismatch(), this.now(), this.localNow()));
  readonly offersUnverified = computed(() => this.inHand().stage() === 'identify' && this.#store.mayRecordUnverified());
  readonly endsWithoutRevocation = computed(() => this.inHand().stage() !== 'close');

  constructor() {
    focusOnArrival('#call-category');
    // What the page did by itself is ticked in the script, too.
    effect(() => {
      if (this.call().identification) untracked(() => this.#tick('ask-cip'));
    });
    effect(() => {
      if (this.request()) untracked(() => this.#tick('record-revocation', 'read-effects-back'));
    });
    effect(() => {
      const { notes } = this.call();
      untracked(() => this.inHand().draft.takeRedacted(notes));
    });
    announceChanges(() => (this.call().identification ? wording('helpDesk.announce.identified') : null));
    announceChanges(() => (this.request() ? wording('helpDesk.announce.recorded', { number: this.request()?.number }) : null));
    announceChanges(() => {
      const state = this.request()?.state;
      return state === 'accepted' || state === 'confirmed' ? wording(`helpDesk.announce.${state}`) : null;
    });
  }

  write(): void {
    this.#store.write(this.inHand().draft.writing());
  }

  press(): void {
    const { fix } = this.next();
    if (fix !== null) this.#document.getElementById(fix)?.focus();
    else if (this.inHand().stage() === 'identify') void this.identify();
    else if (this.inHand().stage() === 'record') void this.#record();
    else this.#close(this.inHand().hasRequest() ? 'request-recorded' : 'answered');
  }

  async identify(): Promise<void> {
    const form = this.inHand().cip;
    if (form.gaps().length > 0 || this.isBusy()) return;
    await this.#store.identify(form.told(), form.takeCip());
  }

  wishIdentification(): void {
    this.#isIdentificationWished.set(true);
  }

  repeatNumber(isRepeated: boolean): void {
    this.inHand().isNumberRepeated.set(isRepeated);
    this.inHand().draft.tick('give-request-number', isRepeated);
    this.write();
  }

  readAloud(): void {
    this.#layers.open(AloudLayer, { data: sentencesNow(this.inHand(), this.#places.words()), labelledBy: 'aloud-title', isWide: true });
  }

  showEarlier(): void {
    this.#layers.open(EarlierLayer, { data: this.call().earlier, labelledBy: 'earlier-title', isWide: true });
  }

  showElsewhere(): void {
    this.#layers.open(ElsewhereLayer, { data: this.inHand().draft, labelledBy: 'elsewhere-title' });
  }

  async layBy(): Promise<void> {
    this.write();
    if (await this.#store.leave()) this.left.emit();
  }

  endWithout(): void {
    if (!this.endsWithoutRevocation()) return;
    const isTried = this.inHand().isRevoking() && this.call().identification === null && this.mismatch() !== null;
    this.#close(this.inHand().stage() === 'category' ? 'dropped' : isTried ? 'not-identified' : 'answered');
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  async #record(): Promise<void> {
    const { revocation, cip, isAnotherWished, isNumberRepeated } = this.inHand();
    const request = revocation.message(this.call(), cip.told());
    if (!request || !(await this.#store.record(request))) return;
    isAnotherWished.set(false);
    isNumberRepeated.set(false);
  }

  #close(outcome: CallOutcome): void {
    this.write();
    const data: ClosingData = { outcome, hasRequest: this.inHand().hasRequest(), hasCategory: this.inHand().draft.category() !== null, now: this.now() };
    this.#layers.open<Closing>(CloseLayer, { data, labelledBy: 'close-title', focus: `#outcome-${outcome}` }).closed.subscribe((closing) => {
      if (closing) void this.#end(closing);
    });
  }

  async #end(closing: Closing): Promise<void> {
    if (await this.#store.close(closing)) this.left.emit();
  }

  #tick(...steps: readonly ScriptStep[]): void {
    const { draft } = this.inHand();
    const fresh = steps.filter((step) => (draft.script()?.steps.includes(step) ?? false) && !draft.isDone(step));
    for (const step of fresh) draft.tick(step, true);
    if (fresh.length > 0) this.write();
  }
}
