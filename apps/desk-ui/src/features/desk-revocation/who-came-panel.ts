// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CASE_KINDS } from '@sportello/domain';
import { CaseSection } from '../../ui/identity/case-section';
import { DecreeFields } from '../../ui/identity/decree-fields';
import { DelegationFields } from '../../ui/identity/delegation-fields';
import { DocumentFields } from '../../ui/identity/document-fields';
import { documentSentence } from '../../ui/identity/document-sentence';
import { PapersTicks } from '../../ui/identity/papers-ticks';
import { PersonFields } from '../../ui/identity/person-fields';
import { Notice } from '../../ui/notice/notice';
import { toldTrouble } from '../../ui/notice/told-trouble';
import { writtenDate } from '../../data/time/desk-time';
import { wording } from '../../ui/words/wording';
import { ASKERS_AT_DESK } from './desk-draft';
import type { AskerAtDesk, DeskDraft } from './desk-draft';

/** Who stands at the counter, in which quality, and what they show for it. */
@Component({
  selector: 'app-who-came-panel',
  imports: [TranslocoPipe, CaseSection, DecreeFields, DelegationFields, DocumentFields, Notice, PapersTicks, PersonFields],
  templateUrl: './who-came-panel.html',
  styleUrl: './who-came-panel.scss',
})
export class WhoCamePanel {
  readonly draft = input.required<DeskDraft>();
  readonly zoneWished = output();

  readonly askers = ASKERS_AT_DESK;
  readonly papersDone = wording('application.papers.inHand');
  readonly arePapersDone = computed(() => this.draft().who.papers.gaps().length === 0);
  readonly refusal = computed(() => {
    const { refusal, document } = this.draft().who;
    const told = refusal();
    if (told === null) return null;
    const facts = told.kind === 'document-expired' ? { date: writtenDate(told.expiredOn) } : {};
    return { ...toldTrouble({ kind: 'refused', problem: { code: told.kind } }, facts), sentence: documentSentence(told, document.type()) };
  });

  chooseAsker(asker: AskerAtDesk): void {
    this.draft().asker.set(asker);
  }

  chooseKind(kind: string): void {
    this.draft().speakAs(CASE_KINDS.find((each) => each === kind) ?? null);
  }
}
