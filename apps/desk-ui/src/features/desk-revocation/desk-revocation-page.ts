// SPDX-License-Identifier: AGPL-3.0-or-later
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CardsAtDeskRequest } from '@sportello/contracts';
import { localDateAt } from '@sportello/domain';
import { parseMrz } from '@sportello/domain/mrz';
import type { Mrz } from '@sportello/domain/mrz';
import { DeskRevocationStore } from '../../data/desk-revocation/desk-revocation-store';
import { DeskStore } from '../../data/desk/desk-store';
import { SessionState } from '../../data/session/session-state';
import { Clock } from '../../data/time/clock';
import { focusMover } from '../../ui/focus/focus';
import { differingParts } from '../../ui/identity/differing-parts';
import { MrzLayer } from '../../ui/identity/mrz-layer';
import { bindKey } from '../../ui/keyboard/keyboard';
import { Layers } from '../../ui/layer/layers';
import { TroubleNotice } from '../../ui/notice/trouble-notice';
import { PrintPaper } from '../../ui/print-paper/print-paper';
import { CardChoice } from '../../ui/revocation/card-choice';
import { ReadBack } from '../../ui/revocation/read-back';
import { ReasonForm } from '../../ui/revocation/reason-form';
import { takeScans } from '../../ui/scanner/scanner';
import { State } from '../../ui/shape/state';
import { SayPipe } from '../../ui/words/say.pipe';
import { DeathFields } from './death-fields';
import { DeskDraft } from './desk-draft';
import { HolderFinder } from './holder-finder';
import { RecordedRequest } from './recorded-request';
import { WhoCamePanel } from './who-came-panel';

/** *Revoca allo sportello*: by whoever comes in person, with the card or without it. */
@Component({
  selector: 'app-desk-revocation-page',
  imports: [NgTemplateOutlet, RouterLink, TranslocoPipe, SayPipe, CardChoice, DeathFields, HolderFinder, PrintPaper, ReadBack, ReasonForm, RecordedRequest, State, TroubleNotice, WhoCamePanel],
  templateUrl: './desk-revocation-page.html',
  styleUrl: './desk-revocation-page.scss',
  providers: [DeskRevocationStore],
})
export class DeskRevocationPage {
  readonly #store = inject(DeskRevocationStore);
  readonly #desk = inject(DeskStore);
  readonly #session = inject(SessionState);
  readonly #layers = inject(Layers);
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);
  readonly #focus = focusMover();
  readonly #clock = inject(Clock);
  readonly #now = computed(() => this.#clock.now() + this.#desk.clockLead());
  readonly #today = computed(() => localDateAt(new Date(this.#now())));

  readonly found = this.#store.found;
  readonly receipt = this.#store.receipt;
  readonly trouble = this.#store.trouble;
  readonly isBusy = this.#store.isBusy;
  readonly draft = new DeskDraft({
    now: this.#now,
    today: this.#today,
    documents: () => this.#session.session()?.identityDocuments ?? {},
    found: this.#store.found,
    insertionId: this.#store.insertionId,
    deskKind: () => this.#session.session()?.desk.kind ?? 'asl',
  });
  /** The stay of the card that lies in the reader. */
  readonly inReader = computed(() => {
    const card = this.#desk.desk()?.cardInReader ?? null;
    return card?.state === 'recognised' ? card.insertionId : null;
  });
  /** Of the holder's own document, for the search. */
  readonly codeTold = computed(() => (this.draft.asker() === 'holder' ? this.draft.who.person.codiceFiscale() : ''));
  readonly missing = computed(() => this.draft.missing(this.#now()));
  readonly isRefused = computed(() => this.draft.who.refusal() !== null);
  readonly isReady = computed(() => this.missing().length === 0 && !this.isRefused());
  readonly differing = computed(() => differingParts(this.trouble()));
  readonly mayPrint = computed(() => this.#session.may('paper.print'));
  readonly declaration = computed(() => this.draft.declaration());
  readonly scanTrouble = signal(false);

  constructor() {
    bindKey('Enter', () => void this.press());
    // To what is read aloud, and the yes to it.
    bindKey('F4', () => this.#focus('#effects-confirmed'));
    takeScans(({ recognised }) => {
      if (recognised.kind === 'codice-fiscale') this.draft.who.person.codiceFiscale.set(recognised.codiceFiscale.value);
      if (recognised.kind !== 'mrz') return;
      const mrz = parseMrz(recognised.lines, this.#today());
      this.#fill(mrz.ok ? mrz.value : null);
    });
    const here = untracked(this.inReader);
    if (here !== null) void this.#store.find({ by: 'card', insertionId: here });
    effect(() => {
      // Nothing personal without its card.
      const [by, inReader] = [this.#store.insertionId(), this.inReader()];
      if (by !== null && by !== inReader && this.receipt() === null) untracked(() => this.#store.forget());
    });
  }

  find(asked: CardsAtDeskRequest): void {
    void this.#store.find(asked);
  }

  /** Enter, from any field: leads to what is missing, or says that the face is the document's and records. */
  async press(): Promise<void> {
    const focused = this.#document.activeElement;
    if (focused instanceof HTMLElement) focused.dispatchEvent(new Event('blur'));
    if (this.receipt()) {
      void this.#router.navigateByUrl('/');
      return;
    }
    const [first] = this.missing();
    if (first) this.#focus(`#${first.target}`);
    else if (this.isRefused()) this.#focus('#document-type');
    else await this.#record();
  }

  /** The operator has looked: what is written otherwise is the same person. */
  async acceptAndGoOn(): Promise<void> {
    this.draft.who.accept(this.differing());
    await this.#record();
  }

  /** The zone, typed by hand from the document. */
  typeZone(): void {
    this.#layers.open<Mrz>(MrzLayer, { data: this.#today(), labelledBy: 'mrz-title' }).closed.subscribe((mrz) => {
      if (mrz) this.#fill(mrz);
    });
  }

  dismiss(): void {
    this.#store.dismissTrouble();
  }

  async #record(): Promise<void> {
    const message = this.draft.message(this.#now());
    if (message) await this.#store.record(message);
  }

  #fill(mrz: Mrz | null): void {
    this.scanTrouble.set(mrz === null || this.draft.who.fillFrom(mrz) !== 'taken');
  }
}
