// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CIP_COMPANIONS } from '@sportello/domain';
import type { CipGap } from '../../ui/revocation/cip-form';
import { TextField } from '../../ui/text-field/text-field';
import { ASKED_FOR } from './asking-draft';
import type { AskingDraft } from './asking-draft';

/** For whom it is asked, whose card it is, and its CIP; without one that was recognised, where to call back. */
@Component({
  selector: 'app-asker-form',
  imports: [TranslocoPipe, TextField],
  templateUrl: './asker-form.html',
  styleUrl: './asking-form.scss',
})
export class AskerForm {
  readonly draft = input.required<AskingDraft>();
  readonly form = computed(() => this.draft().cip);

  readonly askedFor = ASKED_FOR;
  readonly companions = CIP_COMPANIONS;

  askFor(kind: string): void {
    this.draft().caseKind.set(ASKED_FOR.find((each) => each === kind) ?? null);
  }

  choose(companion: string): void {
    this.form().companion.set(CIP_COMPANIONS.find((each) => each === companion) ?? 'codice-fiscale');
  }

  isWrong(gap: CipGap): boolean {
    return this.form().companionGaps().includes(gap);
  }
}
