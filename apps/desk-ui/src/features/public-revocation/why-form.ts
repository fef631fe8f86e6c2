// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { REVOCATION_ASKER_RULES } from '@sportello/domain';
import { MomentFields } from '../../ui/moment/moment-fields';
import { PROOF_KINDS } from '../../ui/revocation/proof-form';
import { TextField } from '../../ui/text-field/text-field';
import type { AskingDraft } from './asking-draft';

/** Why, since when, and what shows it: only what the reason asks for. */
@Component({
  selector: 'app-why-form',
  imports: [TranslocoPipe, MomentFields, TextField],
  templateUrl: './why-form.html',
  styleUrl: './asking-form.scss',
})
export class WhyForm {
  readonly draft = input.required<AskingDraft>();

  readonly reasons = REVOCATION_ASKER_RULES.holder.reasons;
  readonly proofKinds = PROOF_KINDS;

  chooseReason(reason: string): void {
    this.draft().reason.set(this.reasons.find((each) => each === reason) ?? null);
  }

  chooseProof(kind: string): void {
    this.draft().proof.kind.set(PROOF_KINDS.find((each) => each === kind) ?? 'self-declaration');
  }
}
