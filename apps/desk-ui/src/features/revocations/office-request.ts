// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { RecordRevocationRequest } from '@sportello/contracts';
import { parseIdCarta, parseItalianDate, REVOCATION_ASKER_RULES } from '@sportello/domain';
import type { CertificateRevocationReason } from '@sportello/domain';

export type OfficeGap = 'card' | 'reason' | 'office' | 'day' | 'number';

const LEAST_OFFICE = 2;

/** What an office asks by its act: for which card, why, and which act it is. */
export class OfficeRequest {
  readonly reasons = REVOCATION_ASKER_RULES.issuer.reasons;
  readonly idCarta = signal('');
  readonly reason = signal<CertificateRevocationReason | null>(null);
  readonly office = signal('');
  readonly actedOn = signal('');
  readonly number = signal('');
  readonly notes = signal('');

  readonly isCardWrong = computed(() => !parseIdCarta(this.#card()).ok);
  readonly isOfficeWrong = computed(() => this.office().trim().length < LEAST_OFFICE);
  readonly isDayWrong = computed(() => !parseItalianDate(this.actedOn()).ok);
  readonly isNumberWrong = computed(() => this.number().trim() === '');

  /** In the order of the form. */
  readonly gap = computed<OfficeGap | null>(() => {
    if (this.isCardWrong()) return 'card';
    if (this.reason() === null) return 'reason';
    if (this.isOfficeWrong()) return 'office';
    if (this.isDayWrong()) return 'day';
    return this.isNumberWrong() ? 'number' : null;
  });

  chooseReason(reason: string): void {
    this.reason.set(this.reasons.find((each) => each === reason) ?? null);
  }

  /** Null while there is a gap. */
  message(): RecordRevocationRequest | null {
    const [reason, actedOn, notes] = [this.reason(), parseItalianDate(this.actedOn()), this.notes().trim()];
    if (this.gap() !== null || reason === null || !actedOn.ok) return null;
    const proof = { kind: 'official-act', office: this.office().trim(), actedOn: actedOn.value, number: this.number().trim() } as const;
    // An office is read no effects.
    const said = { caseKind: null, happenedAt: null, confirmedEffects: [], notes: notes === '' ? null : notes };
    return { ...said, act: 'revocation', reason, asker: 'issuer', identified: { by: 'act' }, idCarta: this.#card(), proof };
  }

  clear(): void {
    for (const field of [this.idCarta, this.office, this.actedOn, this.number, this.notes]) field.set('');
    this.reason.set(null);
  }

  #card(): string {
    return this.idCarta().replace(/\s/g, '');
  }
}
