// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { ToldProofMessage } from '@sportello/contracts';
import { parseItalianDate } from '@sportello/domain';
import type { Missing } from '../../ui/identity/missing';
import { wording } from '../../ui/words/wording';

export const DEATH_PROOFS = ['death-certificate', 'self-declaration'] as const;
export type DeathProof = (typeof DEATH_PROOFS)[number];

const LEAST_OFFICE = 2;

/** What shows that the holder died: the certificate, or the relative's own signed word (DPR 445/2000 art. 46). */
export class DeathForm {
  readonly kind = signal<DeathProof>('death-certificate');
  readonly office = signal('');
  readonly diedOn = signal('');

  readonly isOfficeWrong = computed(() => this.office().trim().length < LEAST_OFFICE);
  readonly isDayWrong = computed(() => !parseItalianDate(this.diedOn()).ok);
  readonly gaps = computed<readonly Missing[]>(() => {
    if (this.kind() === 'self-declaration') return [];
    return [
      ...(this.isOfficeWrong() ? [{ target: 'death-office', words: wording('deskRevocation.gaps.death-office') }] : []),
      ...(this.isDayWrong() ? [{ target: 'death-day', words: wording('deskRevocation.gaps.death-day') }] : []),
    ];
  });

  /** Once there are no gaps. */
  message(): ToldProofMessage | null {
    if (this.kind() === 'self-declaration') return { kind: 'self-declaration', isSigned: true };
    const diedOn = parseItalianDate(this.diedOn());
    return diedOn.ok ? { kind: 'death-certificate', office: this.office().trim(), diedOn: diedOn.value } : null;
  }
}
