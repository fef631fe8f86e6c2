// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { PublicRevocationRequest, PublicUnverifiedRevocationRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, CASE_KINDS, effectsToRead, judgeRevocationAsking } from '@sportello/domain';
import type { CaseKind, CertificateRevocationReason } from '@sportello/domain';
import { CipForm } from '../../ui/revocation/cip-form';
import type { CipGap } from '../../ui/revocation/cip-form';
import { ProofForm } from '../../ui/revocation/proof-form';
import type { ProofGap } from '../../ui/revocation/proof-form';

/** What is missing, in the order in which it stands on the page. */
export type AskingGap = CipGap | 'call-back' | 'reason' | ProofGap | 'declaration' | 'effects';

const LEAST_CALL_BACK = 3;

/** For whom somebody may ask by CIP: themselves (null), an emancipated minor too, or whom they had the card activated for. A delegate was not given more than that. */
export const ASKED_FOR: readonly (CaseKind | null)[] = [null, ...CASE_KINDS.filter((kind) => kind !== 'holder' && CASE_KIND_RULES[kind].applicant !== 'delegate')];

type Part = Pick<PublicRevocationRequest, 'reason' | 'caseKind' | 'happenedAt' | 'proof' | 'confirmedEffects'>;

/** The request as it comes together on the page. */
export class AskingDraft {
  readonly #confirmed = signal('');
  readonly #declared = signal('');
  readonly cip = new CipForm();
  readonly proof = new ProofForm();
  readonly caseKind = signal<CaseKind | null>(null);
  readonly reason = signal<CertificateRevocationReason | null>(null);
  /** Five tries were wrong, and it is asked all the same. */
  readonly isUnverified = signal(false);
  readonly callBackAt = signal('');

  readonly needsProof = computed(() => {
    const [reason, caseKind] = [this.reason(), this.caseKind()];
    if (reason === null) return false;
    const rule = caseKind === null ? null : CASE_KIND_RULES[caseKind];
    const asker = rule === null || rule.applicant === 'holder' ? 'holder' : 'representative';
    const judged = judgeRevocationAsking({ asker, caseKind, way: 'cip-on-public-page', reason, holderAge: null, mode: rule?.mode ?? null, deskKind: null });
    return judged.ok && judged.value.proof !== null;
  });
  readonly needsDeclaration = computed(() => this.needsProof() && this.proof.kind() === 'self-declaration');
  /** What happens then. Whether there are other cards is not known here, so that it is always told. */
  readonly effects = computed(() => {
    const reason = this.reason();
    return reason === null ? [] : effectsToRead('revocation', reason, true);
  });
  /** A yes is about what was read: another reason is another question. */
  readonly isConfirmed = computed(() => this.#confirmed() !== '' && this.#confirmed() === this.reason());
  readonly isDeclared = computed(() => this.#declared() !== '' && this.#declared() === this.reason());
  readonly isCallBackWrong = computed(() => this.callBackAt().trim().length < LEAST_CALL_BACK);

  confirm(isConfirmed: boolean): void {
    this.#confirmed.set(isConfirmed ? (this.reason() ?? '') : '');
  }

  declare(isDeclared: boolean): void {
    this.#declared.set(isDeclared ? (this.reason() ?? '') : '');
  }

  gaps(now: number): readonly AskingGap[] {
    return [
      ...(this.isUnverified() ? this.cip.companionGaps() : this.cip.gaps()),
      ...(this.isUnverified() && this.isCallBackWrong() ? (['call-back'] as const) : []),
      ...(this.reason() === null ? (['reason'] as const) : []),
      ...(this.needsProof() ? this.proof.gaps(now) : []),
      ...(this.needsDeclaration() && !this.isDeclared() ? (['declaration'] as const) : []),
      ...(this.isConfirmed() ? [] : (['effects'] as const)),
    ];
  }

  /** The message without its CIP, once there are no gaps; null: it is not known why. */
  request(): Omit<PublicRevocationRequest, 'cip'> | null {
    const part = this.#part();
    return part && { ...this.cip.told(), ...part };
  }

  unverifiedRequest(): PublicUnverifiedRevocationRequest | null {
    const part = this.#part();
    return part && { ...this.cip.told(), ...part, callBackAt: this.callBackAt().trim() };
  }

  #part(): Part | null {
    const reason = this.reason();
    if (reason === null) return null;
    const isProven = this.needsProof();
    return {
      reason,
      caseKind: this.caseKind(),
      happenedAt: isProven ? (this.proof.happened.instant()?.toISOString() ?? null) : null,
      proof: isProven ? this.proof.message() : null,
      confirmedEffects: [...this.effects()],
    };
  }
}
