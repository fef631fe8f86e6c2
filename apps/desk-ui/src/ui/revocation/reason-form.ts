// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CASE_KINDS, CERTIFICATE_REVOCATION_REASONS, REVOCATION_ASKER_RULES } from '@sportello/domain';
import type { CertificateAct } from '@sportello/domain';
import { MomentFields } from '../moment/moment-fields';
import { TextField } from '../text-field/text-field';
import type { ReasonToTell } from './asking';
import { PROOF_KINDS } from './proof-form';

const ACTS_BY_PHONE: readonly CertificateAct[] = ['revocation', 'suspension'];

/** Why, in which quality, since when and shown by what: only what the reason asks for is asked. */
@Component({
  selector: 'app-reason-form',
  imports: [TranslocoPipe, MomentFields, TextField],
  templateUrl: './reason-form.html',
  styleUrl: './reason-form.scss',
})
export class ReasonForm {
  readonly draft = input.required<ReasonToTell>();
  readonly isUnverified = input(false);
  readonly isSuspensionOn = input(false);

  readonly acts = input(ACTS_BY_PHONE);
  /** The same for whoever speaks for themselves or for another. */
  readonly reasons = input(REVOCATION_ASKER_RULES.holder.reasons);
  readonly proofKinds = PROOF_KINDS;

  chooseReason(reason: string): void {
    this.draft().reason.set(CERTIFICATE_REVOCATION_REASONS.find((each) => each === reason) ?? null);
  }

  chooseKind(kind: string): void {
    this.draft().speakAs(CASE_KINDS.find((each) => each === kind) ?? null);
  }

  chooseAct(act: string): void {
    this.draft().act.set(this.acts().find((each) => each === act) ?? 'revocation');
  }

  chooseProof(kind: string): void {
    this.draft().proof.kind.set(PROOF_KINDS.find((each) => each === kind) ?? 'self-declaration');
  }
}
