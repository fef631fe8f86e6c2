// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, DOCUMENT, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CASE_KIND_RULES, CASE_KINDS, ENVELOPE_LANGUAGES } from '@sportello/domain';
import type { CaseKind, CasePurpose, DeskKind, EnvelopeLanguage } from '@sportello/domain';
import { Icon } from '../icon/icon';
import { State } from '../shape/state';
import { bringItemsOf, kindAskedFor } from './bring-items';

const FORM_PATH = '/api/public/delegation-form.pdf';

/** The slip that somebody wants to take home. */
export interface BringSlip {
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
  readonly language: EnvelopeLanguage;
}

/**
 * *Cosa portare*: who comes is chosen with the arrows, and the list is read out. It is the rule book's own row, and so never says another thing than the case will ask. The same
 * beside the idle desk and over a case.
 */
@Component({
  selector: 'app-what-to-bring',
  imports: [TranslocoPipe, Icon, State],
  templateUrl: './what-to-bring.html',
  styleUrl: './what-to-bring.scss',
})
export class WhatToBring {
  readonly #origin = inject(DOCUMENT).location.origin;
  private readonly whoComes = viewChild.required<ElementRef<HTMLSelectElement>>('whoComes');

  readonly deskKind = input.required<DeskKind>();
  /** Of the holder of the card in the reader, whose kind is proposed. */
  readonly holderAge = input<number | null>(null);
  /** Of the case in hand: it knows better than any age. */
  readonly caseKind = input<CaseKind | null>(null);
  readonly casePurpose = input<CasePurpose>('activation');
  /** Whether a station of the desk could print now. */
  readonly canPrint = input(false);
  /** What became of the last slip. */
  readonly printed = input<'ordered' | 'failed' | null>(null);
  /** In a layer Enter prints, and the button says so. */
  readonly isEnterPrinting = input(false);
  readonly print = output<BringSlip>();
  readonly chosen = output<CaseKind>();

  readonly kinds = CASE_KINDS;
  readonly languages = ENVELOPE_LANGUAGES;
  readonly kind = linkedSignal<CaseKind>(() => this.caseKind() ?? kindAskedFor(this.holderAge(), this.deskKind()));
  readonly purpose = linkedSignal<CasePurpose>(() => this.casePurpose());
  readonly language = signal<EnvelopeLanguage>('it');
  readonly rule = computed(() => CASE_KIND_RULES[this.kind()]);
  readonly items = computed(() => bringItemsOf(this.rule(), this.purpose()));
  /** Where the blank delegation is loaded down, for whoever has to bring one. */
  readonly formAddress = computed(() => (this.rule().papers.some(({ paper }) => paper === 'delegation') ? `${this.#origin}${FORM_PATH}` : null));
  readonly isHere = computed(() => this.rule().deskKinds.includes(this.deskKind()));
  /** Where else, when it is not done here. */
  readonly elsewhere = computed(() => (this.isHere() ? [] : this.rule().deskKinds));

  takeFocus(): void {
    this.whoComes().nativeElement.focus();
  }

  choose(kind: string): void {
    const found = CASE_KINDS.find((each) => each === kind);
    if (!found) return;
    this.kind.set(found);
    this.chosen.emit(found);
  }

  askForNewCodes(isAsked: boolean): void {
    this.purpose.set(isAsked ? 'duplicate' : 'activation');
    this.chosen.emit(this.kind());
  }

  speak(language: string): void {
    this.language.set(ENVELOPE_LANGUAGES.find((each) => each === language) ?? 'it');
  }

  order(): void {
    if (!this.canPrint()) return;
    this.print.emit({ kind: this.kind(), purpose: this.purpose(), language: this.language() });
  }
}
